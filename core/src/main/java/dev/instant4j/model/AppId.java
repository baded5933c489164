package dev.instant4j.model;

import java.util.UUID;

/** Identifies an app on its platform. */
public record AppId(UUID value) {

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID
     */
    public static AppId parse(String text) {
        return new AppId(Uuids.parse("app id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
