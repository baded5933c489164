package dev.instant4j.model;

import java.util.UUID;

/** Identifies an OAuth client, of a platform or of an app. */
public record OAuthClientId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static OAuthClientId parse(String text) {
        return new OAuthClientId(Uuids.parse("OAuth client id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
