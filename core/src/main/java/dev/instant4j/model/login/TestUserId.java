package dev.instant4j.model.login;

import java.util.UUID;

/** Identifies a test user of an app. */
public record TestUserId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
