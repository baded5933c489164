package dev.instant4j.model;

/**
 * A link between two entities, or of one with itself. A platform stores it as one attr with two names.
 *
 * @param name the key of the link in a definition; not stored by a platform
 * @param forward the end that owns the link: only it can be required
 * @param reverse the other end
 * @param place where it was written
 */
public record Link(String name, LinkEnd forward, LinkEnd reverse, Place place) implements SchemaPart {

    Link at(Places places) {
        return new Link(name, forward.at(places), reverse.at(places), places.apply(place));
    }
}
