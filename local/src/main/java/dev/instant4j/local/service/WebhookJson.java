package dev.instant4j.local.service;

import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.WebhookStore.WebhookRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Webhooks as answers show them. */
final class WebhookJson {

    private WebhookJson() {}

    /** Returns the webhooks of an app, the newest first. */
    static JsonArray all(Tx tx, AppSchema schema, UUID app) {
        return new JsonArray(tx.webhooks().of(app).stream()
                .map(webhook -> of(schema, webhook))
                .toList());
    }

    static JsonObject of(AppSchema schema, WebhookRow webhook) {
        return new JsonObject()
                .put("id", webhook.id().toString())
                .put("sink", new JsonObject().put("url", webhook.url()))
                .put("namespaces", new JsonArray(namespaces(schema, webhook)))
                .put("actions", new JsonArray(webhook.actions()))
                .put("status", webhook.isActive() ? "active" : "disabled")
                .put("disabled_reason", webhook.disabledReason())
                .put("created_at", AttrJson.time(webhook.createdAt()))
                .put("updated_at", AttrJson.time(webhook.updatedAt()));
    }

    /** What is renamed goes by its new name, what is gone by none. */
    private static List<String> namespaces(AppSchema schema, WebhookRow webhook) {
        return webhook.idAttrs().stream()
                .flatMap(id -> schema.byId(id).stream())
                .map(attr -> attr.name().entity())
                .toList();
    }
}
