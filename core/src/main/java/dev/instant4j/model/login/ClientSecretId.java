package dev.instant4j.model.login;

import java.util.UUID;

/** Identifies a secret of an OAuth client, without being it. */
public record ClientSecretId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
