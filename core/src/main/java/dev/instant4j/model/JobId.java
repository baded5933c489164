package dev.instant4j.model;

import java.util.UUID;

/** Identifies a background job. */
public record JobId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static JobId parse(String text) {
        return new JobId(Uuids.parse("job id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
