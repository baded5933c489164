package dev.instant4j.model;

import java.util.List;
import java.util.Optional;

/**
 * What an app should store, as a definition says it.
 *
 * @param entities in the order they were written
 * @param links in the order they were written
 * @param rooms in the order they were written; not stored by a platform
 */
public record Schema(List<Entity> entities, List<Link> links, List<Room> rooms) {
    public static final Schema EMPTY = new Schema(List.of(), List.of(), List.of());

    public Schema {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
        rooms = List.copyOf(rooms);
    }

    /** Returns the first entity of that name. */
    public Optional<Entity> entity(String name) {
        return entities.stream().filter(entity -> entity.name().equals(name)).findFirst();
    }

    /** Returns this schema with every place in it translated. */
    public Schema at(Places places) {
        return new Schema(
                entities.stream().map(entity -> entity.at(places)).toList(),
                links.stream().map(link -> link.at(places)).toList(),
                rooms.stream().map(room -> room.at(places)).toList());
    }
}
