package dev.instant4j.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an app should store, as a definition says it.
 *
 * @param entities in the order they were written
 * @param links in the order they were written
 * @param rooms in the order they were written; not stored by a platform
 */
public record Schema(List<Entity> entities, List<Link> links, List<Room> rooms) {
    /** Stores nothing. */
    public static final Schema EMPTY = new Schema(List.of(), List.of(), List.of());

    public Schema {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
        rooms = List.copyOf(rooms);
    }

    /** Returns the schema of these parts; each kind keeps its order. */
    public static Schema of(List<? extends SchemaPart> parts) {
        return new Schema(only(Entity.class, parts), only(Link.class, parts), only(Room.class, parts));
    }

    /** Returns this schema with more parts. Two entities of one name are found when the schema is checked. */
    public Schema plus(SchemaPart... parts) {
        return merge(this, of(List.of(parts)));
    }

    /** Returns what both schemas say; what they say alike stands once. Contradictions are found when it is checked. */
    public static Schema merge(Schema first, Schema second) {
        return new Schema(
                union(first.entities, second.entities),
                union(first.links, second.links),
                union(first.rooms, second.rooms));
    }

    private static <P extends SchemaPart> List<P> only(Class<P> kind, List<? extends SchemaPart> parts) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <P extends SchemaPart> List<P> union(List<P> first, List<P> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
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
