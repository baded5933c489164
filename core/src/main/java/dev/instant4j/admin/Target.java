package dev.instant4j.admin;

import java.util.function.Function;

/** The entity that a write is about, or that a link leads to. */
public sealed interface Target permits EntityId, Lookup {

    /** Calls the function for this kind of target. */
    <R> R match(Function<? super EntityId, ? extends R> id, Function<? super Lookup, ? extends R> lookup);
}
