package dev.instant4j.model.login;

import java.util.UUID;

/** Identifies an OAuth provider of an app. */
public record ProviderId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
