package dev.instant4j.model;

import java.util.List;

/**
 * A kind of room in which clients meet. Rooms live in definitions and generated code only; no platform stores them.
 *
 * @param name such as {@code chat}
 * @param presence what members show of themselves; without attrs if nothing
 * @param topics the messages they send, in the order they were written
 * @param place where it was written
 */
public record Room(String name, Presence presence, List<Topic> topics, Place place) implements SchemaPart {

    public Room {
        topics = List.copyOf(topics);
    }

    Room at(Places places) {
        return new Room(name, presence, topics, places.apply(place));
    }
}
