package dev.instant4j.model;

import java.util.UUID;

/** Identifies an attr of an app; the same on every platform for attrs of the system catalog. */
public record AttrId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static AttrId parse(String text) {
        return new AttrId(Uuids.parse("attr id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
