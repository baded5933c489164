package dev.instant4j.model;

import java.util.Comparator;

/**
 * The name of an attr, or of one end of a link: {@code todos.title}.
 *
 * @param entity the entity it belongs to
 * @param label its name within the entity
 */
public record AttrName(String entity, String label) implements Comparable<AttrName> {
    private static final Comparator<AttrName> ORDER =
            Comparator.comparing(AttrName::entity).thenComparing(AttrName::label);

    @Override
    public int compareTo(AttrName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return entity + "." + label;
    }
}
