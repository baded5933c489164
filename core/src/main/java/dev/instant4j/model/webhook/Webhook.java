package dev.instant4j.model.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Someone who is told of changes to the data of an app.
 *
 * @param id given by the platform
 * @param url where the platform posts to; https
 * @param namespaces the entities whose changes are told
 * @param actions the kinds of changes that are told
 * @param isActive whether anything is told
 * @param disabledReason why not; empty if it is active or nobody gave a reason
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
public record Webhook(
        WebhookId id,
        URI url,
        List<String> namespaces,
        List<Action> actions,
        boolean isActive,
        String disabledReason,
        Instant createdAt,
        Instant updatedAt) {

    public Webhook {
        namespaces = List.copyOf(namespaces);
        actions = List.copyOf(actions);
    }
}
