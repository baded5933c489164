package dev.instant4j.model;

/** What a room consists of: the presence of its members, and topics. */
public sealed interface RoomPart permits Presence, Topic {}
