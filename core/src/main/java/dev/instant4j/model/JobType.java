package dev.instant4j.model;

/** What a background job does to an attr and the data stored under it. */
public enum JobType {
    INDEX,
    REMOVE_INDEX,
    /** Fails if a value occurs twice. */
    UNIQUE,
    REMOVE_UNIQUE,
    /** Fails if an entity lacks a value. */
    REQUIRED,
    REMOVE_REQUIRED,
    /** Checks all stored values and enforces a type from then on. */
    CHECK_DATA_TYPE,
    REMOVE_DATA_TYPE
}
