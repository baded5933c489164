package dev.instant4j.model.webhook;

/** Where a page of events ends; opaque. */
public record EventCursor(String value) {}
