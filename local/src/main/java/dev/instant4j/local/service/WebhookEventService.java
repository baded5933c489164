package dev.instant4j.local.service;

import dev.instant4j.local.store.Store;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What webhooks were told: nothing, as this platform tells nobody of changes. Futures fail with {@link Refusal}. */
public final class WebhookEventService {
    private static final String ISN = "[0-9a-fA-F]{1,8}/[0-9a-fA-F]{1,8}/[0-9a-fA-F]{1,8}";
    private static final int CURSOR_BYTES = 24;

    private final Store store;
    private final Access access;

    WebhookEventService(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    /**
     * Returns a page without events.
     *
     * @param after where an earlier page ended; null for the first page
     */
    public Future<JsonObject> list(UUID app, Credential credential, @Nullable String after) {
        return store.read(tx -> {
            access.managed(tx, app, credential, Need.READ_DATA);
            if (after != null && !after.isEmpty() && !isCursor(after)) {
                throw Refusal.paramMalformed(after, "params", "after");
            }
            JsonObject info = new JsonObject()
                    .put("startCursor", null)
                    .put("endCursor", null)
                    .put("hasNextPage", false);
            return new JsonObject().put("events", new JsonArray()).put("pageInfo", info);
        });
    }

    /** Fails, as there is no event. */
    public Future<JsonObject> get(UUID app, Credential credential, UUID webhook, String isn) {
        return store.read(tx -> {
            access.managed(tx, app, credential, Need.READ_DATA);
            throw unknown(app, webhook, checked(isn));
        });
    }

    /** Fails, as there is no event. */
    public Future<JsonObject> resend(UUID app, Credential credential, UUID webhook, String isn) {
        return store.read(tx -> {
            access.managed(tx, app, credential, Need.WRITE_DATA);
            throw Refusal.invalid(
                    "webhook-events",
                    event(app, webhook, checked(isn)),
                    "Could not resend event. Try again in one minute.");
        });
    }

    /** Fails, as there is no event. */
    public Future<JsonObject> payload(UUID app, Credential credential, UUID webhook, String isn) {
        return store.read(tx -> {
            String known = checked(isn);
            access.managed(tx, app, credential, Need.READ_DATA);
            WebhookRules.webhook(tx, app, webhook);
            throw unknown(app, webhook, known);
        });
    }

    private static String checked(String isn) {
        if (!isn.matches(ISN)) {
            throw Refusal.paramMalformed(isn, "params", "*");
        }
        return isn;
    }

    private static boolean isCursor(String text) {
        try {
            return Base64.getUrlDecoder().decode(text).length == CURSOR_BYTES;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Refusal unknown(UUID app, UUID webhook, String isn) {
        return Refusal.recordNotFound(
                "webhook-event", new JsonObject().put("args", new JsonArray().add(event(app, webhook, isn))));
    }

    private static JsonObject event(UUID app, UUID webhook, String isn) {
        return new JsonObject()
                .put("app-id", app.toString())
                .put("webhook-id", webhook.toString())
                .put("isn", isn);
    }
}
