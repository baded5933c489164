package dev.instant4j.model;

/** What a schema consists of: entities, links and rooms. */
public sealed interface SchemaPart permits Entity, Link, Room {}
