package dev.instant4j.diff;

import dev.instant4j.model.AttrName;

/**
 * A rename that would explain why something goes and something comes.
 *
 * @param from what goes
 * @param to what comes, of the same entity and kind
 * @param score from 0, nothing in common, to 1: how alike the names and types are
 */
public record RenameCandidate(AttrName from, AttrName to, double score) {

    /** Returns the rename as it is asked for, such as {@code todos.title:todos.headline}. */
    public String asked() {
        return from + ":" + to;
    }
}
