package dev.instant4j.model;

import org.jspecify.annotations.Nullable;

/**
 * What a definition says of the past and future of a value, and no platform stores.
 *
 * @param renamedFrom what it was called before; null if it never had another name
 * @param protection why it must not be deleted; null if it may be
 */
public record Hints(@Nullable String renamedFrom, @Nullable String protection) {
    /** Says nothing. */
    public static final Hints NONE = new Hints(null, null);

    Hints renamedFrom(String name) {
        return new Hints(name, protection);
    }

    Hints protect(String reason) {
        return new Hints(renamedFrom, reason);
    }
}
