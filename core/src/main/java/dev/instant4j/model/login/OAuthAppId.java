package dev.instant4j.model.login;

import java.util.UUID;

/** Identifies a program that users can let act for them. */
public record OAuthAppId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
