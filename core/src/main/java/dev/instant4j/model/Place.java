package dev.instant4j.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a value was written: {@code todos.jsh:4}. All places are equal to each other, so that values that carry
 * one are equal when they mean the same.
 *
 * @param file the path or name of the file; empty if the place is not known
 * @param line counted from 1; 0 if not known
 */
public record Place(String file, int line) {
    /** The place of a value that did not come from a file. */
    public static final Place UNKNOWN = new Place("", 0);

    /** Tells whether this is a line of a file. */
    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return isKnown() ? file + ":" + line : "unknown place";
    }
}
