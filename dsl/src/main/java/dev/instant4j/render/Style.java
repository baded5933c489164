package dev.instant4j.render;

/** What a piece of text means, for whoever chooses its colour. */
public enum Style {
    HEADING,
    ADDED,
    CHANGED,
    RENAMED,
    REMOVED,
    DANGER,
    WARNING,
    ERROR,
    MUTED
}
