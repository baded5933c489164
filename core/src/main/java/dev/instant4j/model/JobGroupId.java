package dev.instant4j.model;

import java.util.UUID;

/** Identifies the background jobs that one push has started. */
public record JobGroupId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static JobGroupId parse(String text) {
        return new JobGroupId(Uuids.parse("job group id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
