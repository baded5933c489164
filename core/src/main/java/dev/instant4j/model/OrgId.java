package dev.instant4j.model;

import java.util.UUID;

/** Identifies an org on its platform. */
public record OrgId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static OrgId parse(String text) {
        return new OrgId(Uuids.parse("org id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
