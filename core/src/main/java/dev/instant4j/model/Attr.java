package dev.instant4j.model;

import java.util.List;

/**
 * An attr as a definition wants it. Required unless made {@link #optional}.
 *
 * @param name its label within the entity
 * @param type the kind of its values
 * @param isUnique whether a value may occur once only
 * @param isIndexed whether queries can look it up and order by it
 * @param isRequired whether every entity must have a value
 * @param values the only values it should have; empty if any goes; not enforced by a platform
 * @param hints where it came from and whether it may go
 * @param place where it was written
 */
public record Attr(
        String name,
        DataType type,
        boolean isUnique,
        boolean isIndexed,
        boolean isRequired,
        List<String> values,
        Hints hints,
        Place place) {

    public Attr {
        values = List.copyOf(values);
    }

    /** Returns a required attr that is neither unique nor indexed. */
    public static Attr of(String name, DataType type, Place place) {
        return new Attr(name, type, false, false, true, List.of(), Hints.NONE, place);
    }

    /** Returns this attr with each of its values allowed once only. */
    public Attr unique() {
        return new Attr(name, type, true, isIndexed, isRequired, values, hints, place);
    }

    /** Returns this attr with an index, so that queries can look it up and order by it. */
    public Attr indexed() {
        return new Attr(name, type, isUnique, true, isRequired, values, hints, place);
    }

    /** Returns this attr as one that entities may lack. */
    public Attr optional() {
        return new Attr(name, type, isUnique, isIndexed, false, values, hints, place);
    }

    /** Returns this attr with the only values it should have: for generated types and checks, a platform takes any. */
    public Attr oneOf(String... choices) {
        return new Attr(name, type, isUnique, isIndexed, isRequired, List.of(choices), hints, place);
    }

    /** Returns this attr with the label it had before, so that a push renames it and keeps its data. */
    public Attr renamedFrom(String label) {
        return new Attr(name, type, isUnique, isIndexed, isRequired, values, hints.renamedFrom(label), place);
    }

    /** Returns this attr as one that no push may delete. */
    public Attr protect(String reason) {
        return new Attr(name, type, isUnique, isIndexed, isRequired, values, hints.protect(reason), place);
    }

    Attr at(Places places) {
        return new Attr(name, type, isUnique, isIndexed, isRequired, values, hints, places.apply(place));
    }
}
