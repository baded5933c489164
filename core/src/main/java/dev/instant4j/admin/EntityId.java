package dev.instant4j.admin;

import java.util.UUID;
import java.util.function.Function;

/** Identifies an entity within its app. */
public record EntityId(UUID value) implements Target {

    /** Returns an id that no entity has yet. */
    public static EntityId random() {
        return new EntityId(UUID.randomUUID());
    }

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static EntityId parse(String text) {
        return new EntityId(UUID.fromString(text));
    }

    @Override
    public <R> R match(Function<? super EntityId, ? extends R> id, Function<? super Lookup, ? extends R> lookup) {
        return id.apply(this);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
