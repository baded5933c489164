package dev.instant4j.model;

import java.util.List;

/**
 * What members of a room show each other about themselves.
 *
 * @param attrs in the order they were written
 */
public record Presence(List<Attr> attrs) implements RoomPart {

    public Presence {
        attrs = List.copyOf(attrs);
    }
}
