package dev.instant4j.auth;

/** What a user lets an OAuth client do. A write scope includes the read scope of its kind. */
public enum Scope {
    APPS_READ,
    APPS_WRITE,
    DATA_READ,
    DATA_WRITE,
    STORAGE_READ,
    STORAGE_WRITE
}
