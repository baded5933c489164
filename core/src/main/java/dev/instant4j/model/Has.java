package dev.instant4j.model;

/** How many entities one end of a link leads to. */
public enum Has {
    ONE,
    MANY
}
