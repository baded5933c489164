package dev.instant4j.diff;

/**
 * A rename that can't be done as asked, and is left out of the diff.
 *
 * @param rename as it was asked for
 * @param reason what stands in the way
 */
public record RenameProblem(Rename rename, Reason reason) {

    /** What stands in the way of a rename. */
    public enum Reason {
        /** The app has neither the old name nor the new one. */
        UNKNOWN_SOURCE,
        /** The definition does not have the new name. */
        UNKNOWN_TARGET,
        /** The app has something else under the new name already. */
        TARGET_TAKEN,
        /** Another rename claims the same old or new name. */
        CLAIMED_TWICE,
        /** The old and the new name are of different entities. */
        OTHER_ENTITY,
        /** One of the names is a link and the other is not. */
        OTHER_KIND,
        /** The old name belongs to the platform. */
        SYSTEM,
        /** Renames of the definition form a circle, of which nobody can tell whether it has been done. */
        CIRCLE
    }
}
