package dev.instant4j.model.login;

import java.util.UUID;

/** Identifies a mail template of an app. */
public record TemplateId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
