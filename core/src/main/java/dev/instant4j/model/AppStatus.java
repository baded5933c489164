package dev.instant4j.model;

/** What an app may be used for. */
public enum AppStatus {
    /** Can be read and written. */
    ACTIVE,
    /** Can be read, and its rules set. */
    READ_ONLY,
    /** Only its definition can be read. */
    DISABLED
}
