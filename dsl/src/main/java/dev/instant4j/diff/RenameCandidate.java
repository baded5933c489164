package dev.instant4j.diff;

/**
 * A rename that would explain why something goes and something comes.
 *
 * @param from what goes: an entity, or an attr with its entity
 * @param to what comes, of the same kind, in the same entity
 * @param score from 0, nothing in common, to 1: how alike the names and types are
 */
public record RenameCandidate(String from, String to, double score) {

    /** Returns the rename as it is asked for, such as {@code todos.title:todos.headline}. */
    public String asked() {
        return from + ":" + to;
    }
}
