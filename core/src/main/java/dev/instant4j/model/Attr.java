package dev.instant4j.model;

/**
 * An attr as a definition wants it. Required unless made {@link #optional}.
 *
 * @param name its label within the entity
 * @param type the kind of its values
 * @param isUnique whether a value may occur once only
 * @param isIndexed whether queries can look it up and order by it
 * @param isRequired whether every entity must have a value
 * @param place where it was written
 */
public record Attr(String name, DataType type, boolean isUnique, boolean isIndexed, boolean isRequired, Place place) {

    /** Returns a required attr that is neither unique nor indexed. */
    public static Attr of(String name, DataType type, Place place) {
        return new Attr(name, type, false, false, true, place);
    }

    /** Returns this attr with each of its values allowed once only. */
    public Attr unique() {
        return new Attr(name, type, true, isIndexed, isRequired, place);
    }

    /** Returns this attr with an index, so that queries can look it up and order by it. */
    public Attr indexed() {
        return new Attr(name, type, isUnique, true, isRequired, place);
    }

    /** Returns this attr as one that entities may lack. */
    public Attr optional() {
        return new Attr(name, type, isUnique, isIndexed, false, place);
    }

    Attr at(Places places) {
        return new Attr(name, type, isUnique, isIndexed, isRequired, places.apply(place));
    }
}
