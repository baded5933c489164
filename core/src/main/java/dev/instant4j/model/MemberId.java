package dev.instant4j.model;

import java.util.UUID;

/** Identifies the membership of someone in an app or an org. */
public record MemberId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static MemberId parse(String text) {
        return new MemberId(Uuids.parse("member id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
