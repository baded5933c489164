package dev.instant4j.diff;

import dev.instant4j.model.AttrName;
import dev.instant4j.model.Place;

/** The wish that something keeps its data under another name. */
public sealed interface Rename {

    /** Returns the old name: of an entity, or of an attr with its entity. */
    String source();

    /** Returns the new name, of the same form. */
    String target();

    /** Returns whether it was asked for just now or stands in the definition. */
    Origin origin();

    /** Returns where it was written. */
    Place place();

    /** Where a rename was asked for. */
    enum Origin {
        /** In the definition, where it stays after it has been done. */
        DEFINITION,
        /** For this one push. */
        REQUEST
    }

    /** Renames an entity with all its attrs and link ends. */
    record OfEntity(String source, String target, Origin origin, Place place) implements Rename {}

    /** Renames an attr or one end of a link. */
    record OfAttr(AttrName from, AttrName to, Origin origin, Place place) implements Rename {
        @Override
        public String source() {
            return from.toString();
        }

        @Override
        public String target() {
            return to.toString();
        }
    }

    /**
     * Returns the rename that {@code text} asks for: {@code todos.title:todos.headline}, or {@code comments:replies}
     * for an entity.
     *
     * @throws IllegalArgumentException if {@code text} has another form
     */
    static Rename parse(String text) {
        int colon = text.indexOf(':');
        if (colon > 0 && colon < text.length() - 1 && text.indexOf(':', colon + 1) < 0) {
            String from = text.substring(0, colon).strip();
            String to = text.substring(colon + 1).strip();
            if (from.contains(".") && to.contains(".")) {
                return new OfAttr(AttrName.parse(from), AttrName.parse(to), Origin.REQUEST, Place.UNKNOWN);
            }
            if (!from.contains(".") && !to.contains(".") && !from.isEmpty() && !to.isEmpty()) {
                return new OfEntity(from, to, Origin.REQUEST, Place.UNKNOWN);
            }
        }
        throw new IllegalArgumentException(
                "\"" + text
                        + "\" is not a rename: write todos.title:todos.headline for an attr, or comments:replies for an entity.");
    }
}
