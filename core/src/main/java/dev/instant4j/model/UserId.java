package dev.instant4j.model;

import java.util.UUID;

/** Identifies someone who has an account on a platform. */
public record UserId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static UserId parse(String text) {
        return new UserId(Uuids.parse("user id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
