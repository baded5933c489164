package dev.instant4j.model;

import org.jspecify.annotations.Nullable;

/**
 * A link between two entities, or of one with itself. A platform stores it as one attr with two names.
 *
 * @param name the key of the link in a definition; not stored by a platform
 * @param forward the end that owns the link: only it can be required
 * @param reverse the other end
 * @param protection why it must not be deleted; null if it may be
 * @param place where it was written
 */
public record Link(
        String name,
        LinkEnd forward,
        LinkEnd reverse,
        @Nullable String protection,
        Place place) implements SchemaPart {

    /** Returns this link as one that no push may delete. */
    public Link protect(String reason) {
        return new Link(name, forward, reverse, reason, place);
    }

    /** Returns the same link seen from its other end. */
    public Link turned() {
        return new Link(name, /* forward= */ reverse, /* reverse= */ forward, protection, place);
    }

    Link at(Places places) {
        return new Link(name, forward.at(places), reverse.at(places), protection, places.apply(place));
    }
}
