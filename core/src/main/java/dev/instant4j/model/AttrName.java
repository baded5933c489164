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

    /**
     * Returns the name that {@code text} spells, such as {@code todos.title}; the entity ends at the first dot.
     *
     * @throws IllegalArgumentException if there is no dot, or nothing on one side of it
     */
    public static AttrName parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 1 || dot == text.length() - 1) {
            throw new IllegalArgumentException("\"" + text + "\" is not the name of an attr, such as todos.title.");
        }
        return new AttrName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Returns the same label on another entity. */
    public AttrName on(String otherEntity) {
        return new AttrName(otherEntity, label);
    }

    @Override
    public int compareTo(AttrName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return entity + "." + label;
    }
}
