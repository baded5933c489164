package dev.instant4j.model;

import org.jspecify.annotations.Nullable;

/**
 * One end of a link: {@code todos.owner} leads to one user.
 *
 * @param on the entity this end belongs to
 * @param label the name under which that entity knows the link
 * @param has how many entities it leads to
 * @param isRequired whether every entity of {@code on} must be linked; a platform knows it of forward ends only
 * @param onDelete what happens to the entities of {@code on} when the one they lead to is deleted; null: they stay
 * @param renamedFrom the label it had before; null if it never had another
 * @param place where it was written
 */
public record LinkEnd(
        String on,
        String label,
        Has has,
        boolean isRequired,
        @Nullable OnDelete onDelete,
        @Nullable String renamedFrom,
        Place place) {

    /** Returns an optional end without a rule for deletes. */
    public static LinkEnd of(String on, String label, Has has, Place place) {
        return new LinkEnd(on, label, has, false, null, null, place);
    }

    /** Returns this end as one that every entity of {@link #on} must have. */
    public LinkEnd required() {
        return new LinkEnd(on, label, has, true, onDelete, renamedFrom, place);
    }

    /** Returns this end with a rule for the case that the entity it leads to is deleted. */
    public LinkEnd onDelete(OnDelete rule) {
        return new LinkEnd(on, label, has, isRequired, rule, renamedFrom, place);
    }

    /** Returns this end with the label it had before, so that a push renames it and keeps the links. */
    public LinkEnd renamedFrom(String oldLabel) {
        return new LinkEnd(on, label, has, isRequired, onDelete, oldLabel, place);
    }

    /** Returns the entity and label of this end. */
    public AttrName name() {
        return new AttrName(on, label);
    }

    LinkEnd at(Places places) {
        return new LinkEnd(on, label, has, isRequired, onDelete, renamedFrom, places.apply(place));
    }
}
