package dev.instant4j.model;

/** How much a finding matters. */
public enum Severity {
    NOTE,
    /** May fail or surprise. */
    WARNING,
    /** Legal, but loses data: needs consent. */
    DANGER,
    /** Can't be done. */
    ERROR
}
