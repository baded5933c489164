package dev.instant4j.model.webhook;

import java.util.UUID;

/** Identifies a webhook of an app. */
public record WebhookId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
