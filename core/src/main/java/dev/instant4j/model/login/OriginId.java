package dev.instant4j.model.login;

import java.util.UUID;

/** Identifies an origin that an app trusts. */
public record OriginId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
