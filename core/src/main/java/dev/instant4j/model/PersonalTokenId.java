package dev.instant4j.model;

import java.util.UUID;

/** Identifies a personal access token, without being it. */
public record PersonalTokenId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static PersonalTokenId parse(String text) {
        return new PersonalTokenId(Uuids.parse("personal access token id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
