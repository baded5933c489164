package dev.instant4j.client;

/** What to read besides an app itself. */
public enum Include {
    SCHEMA,
    RULES
}
