package dev.instant4j.model;

/** What a stored attr holds. */
public enum ValueType {
    /** A JSON value. */
    BLOB,
    /** A link to other entities. */
    REF
}
