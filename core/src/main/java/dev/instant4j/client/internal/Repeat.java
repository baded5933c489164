package dev.instant4j.client.internal;

/** Whether a call may be sent again when it is not known what became of it. */
public enum Repeat {
    /** Nothing but reads, or writes the same state again. */
    ANYTIME,
    /** Deletes something: when it is gone on a repetition, the first time did it. */
    UNTIL_GONE,
    /** Would do it twice. */
    NEVER
}
