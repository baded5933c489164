package dev.instant4j.model;

/** Translates places, such as lines of generated code to lines of the script they were made from. */
@FunctionalInterface
public interface Places {

    /** Returns where a reader finds what was written at {@code place}. */
    Place apply(Place place);
}
