package dev.instant4j.model;

import java.util.List;
import java.util.Optional;

/**
 * A kind of thing that an app stores. Its {@code id} is implied.
 *
 * @param name such as {@code todos}; {@code $users}, {@code $files} and {@code $streams} exist in every app and are
 *     named only to give them more attrs
 * @param attrs in the order they were written
 * @param hints where it came from and whether it may go
 * @param place where it was written
 */
public record Entity(String name, List<Attr> attrs, Hints hints, Place place) implements SchemaPart {

    public Entity {
        attrs = List.copyOf(attrs);
    }

    /** Returns this entity with the name it had before, so that a push renames it and keeps its data and links. */
    public Entity renamedFrom(String oldName) {
        return new Entity(name, attrs, hints.renamedFrom(oldName), place);
    }

    /** Returns this entity as one that no push may delete. */
    public Entity protect(String reason) {
        return new Entity(name, attrs, hints.protect(reason), place);
    }

    /** Returns the first attr of that label. */
    public Optional<Attr> attr(String label) {
        return attrs.stream().filter(attr -> attr.name().equals(label)).findFirst();
    }

    /** Tells whether every app has this entity by itself, or none can: its name begins with a dollar sign. */
    public boolean isSystem() {
        return name.startsWith("$");
    }

    Entity at(Places places) {
        return new Entity(name, attrs.stream().map(attr -> attr.at(places)).toList(), hints, places.apply(place));
    }
}
