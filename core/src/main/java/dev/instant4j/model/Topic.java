package dev.instant4j.model;

import java.util.List;

/**
 * A kind of message that members of a room send each other.
 *
 * @param name such as {@code emoji}
 * @param attrs what a message holds
 */
public record Topic(String name, List<Attr> attrs) implements RoomPart {

    public Topic {
        attrs = List.copyOf(attrs);
    }
}
