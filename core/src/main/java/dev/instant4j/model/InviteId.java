package dev.instant4j.model;

import java.util.UUID;

/** Identifies an invitation to an app or an org. */
public record InviteId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static InviteId parse(String text) {
        return new InviteId(Uuids.parse("invite id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
