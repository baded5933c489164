package dev.instant4j.admin;

import java.util.function.Function;

/**
 * The entity that has a value of a unique attr. A write about one that does not exist creates it; a link can't lead to it.
 *
 * @param attr the label of the unique attr
 * @param value a text, number or boolean
 */
public record Lookup(String attr, Object value) implements Target {

    @Override
    public <R> R match(Function<? super EntityId, ? extends R> id, Function<? super Lookup, ? extends R> lookup) {
        return lookup.apply(this);
    }
}
