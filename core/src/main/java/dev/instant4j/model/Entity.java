package dev.instant4j.model;

import java.util.List;
import java.util.Optional;

/**
 * A kind of thing that an app stores. Its {@code id} is implied.
 *
 * @param name such as {@code todos}; {@code $users}, {@code $files} and {@code $streams} exist in every app and are
 *     named only to give them more attrs
 * @param attrs in the order they were written
 * @param place where it was written
 */
public record Entity(String name, List<Attr> attrs, Place place) implements SchemaPart {

    public Entity {
        attrs = List.copyOf(attrs);
    }

    /** Returns the attr of that label. */
    public Optional<Attr> attr(String label) {
        return attrs.stream().filter(attr -> attr.name().equals(label)).findFirst();
    }

    Entity at(Places places) {
        return new Entity(name, attrs.stream().map(attr -> attr.at(places)).toList(), places.apply(place));
    }
}
