package dev.instant4j.model.login;

import java.util.UUID;

/** Identifies an OAuth client of an app at a provider. */
public record LoginClientId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
