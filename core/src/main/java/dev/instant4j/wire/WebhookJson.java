package dev.instant4j.wire;

import dev.instant4j.error.DecodeException;
import dev.instant4j.model.Token;
import dev.instant4j.model.webhook.Action;
import dev.instant4j.model.webhook.EventChange;
import dev.instant4j.model.webhook.EventCursor;
import dev.instant4j.model.webhook.EventIsn;
import dev.instant4j.model.webhook.EventPage;
import dev.instant4j.model.webhook.NewWebhook;
import dev.instant4j.model.webhook.Webhook;
import dev.instant4j.model.webhook.WebhookCall;
import dev.instant4j.model.webhook.WebhookEvent;
import dev.instant4j.model.webhook.WebhookId;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Webhooks and their events as a platform shows them. */
public final class WebhookJson {

    private WebhookJson() {}

    /** Returns the request for a webhook, or for all of its settings. */
    public static JsonObject request(NewWebhook webhook) {
        return new JsonObject()
                .put("url", webhook.url().toString())
                .put("namespaces", new JsonArray(webhook.namespaces()))
                .put(
                        "actions",
                        new JsonArray(webhook.actions().stream().map(Words::of).toList()));
    }

    /** Returns the webhook that a platform shows. */
    public static Webhook decode(JsonCursor webhook) {
        return new Webhook(
                new WebhookId(webhook.member("id").uuid()),
                webhook.member("sink").member("url").parsed("an address", URI::create),
                webhook.member("namespaces").elements(JsonCursor::text),
                webhook.member("actions").elements(action -> action.word(Action.class)),
                webhook.member("status").text().equals("active"),
                webhook.optional("disabled_reason").map(JsonCursor::text).orElse(""),
                webhook.member("created_at").instant(),
                webhook.member("updated_at").instant());
    }

    /** Returns the page of events that an answer shows. */
    public static EventPage page(JsonCursor answer) {
        JsonCursor info = answer.member("pageInfo");
        boolean hasNext = info.optional("hasNextPage").map(JsonCursor::bool).orElse(false);
        return new EventPage(
                answer.member("events").elements(WebhookJson::event),
                hasNext ? new EventCursor(info.member("endCursor").text()) : null);
    }

    /** Returns the event that a platform shows. */
    public static WebhookEvent event(JsonCursor event) {
        return new WebhookEvent(
                event.member("isn").parsed("the number of an event", EventIsn::new),
                event.member("status").word(WebhookEvent.State.class),
                event.optional("attempts")
                        .map(attempts -> attempts.<WebhookEvent.Attempt>elements(WebhookJson::attempt))
                        .orElse(List.of()),
                event.optional("next_attempt_after").map(JsonCursor::instant).orElse(null),
                event.member("created_at").instant(),
                event.member("updated_at").instant());
    }

    /** Returns the changes of the payload of an event. */
    public static List<EventChange> changes(JsonCursor payload) {
        return payload.member("data").elements(WebhookJson::change);
    }

    /**
     * Returns what a platform has posted to a webhook.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static WebhookCall call(Buffer body) {
        try {
            JsonCursor call = JsonCursor.of("read a webhook", Json.decodeValue(body));
            return new WebhookCall(
                    call.member("payloadUrl").parsed("an address", URI::create),
                    call.member("token").parsed("a token", Token::of));
        } catch (io.vertx.core.json.DecodeException | DecodeException malformed) {
            throw new IllegalArgumentException("What was posted is no call of a platform.", malformed);
        }
    }

    /** Returns the bytes of the Ed25519 keys that an answer shows, by their names. */
    public static Map<String, byte[]> keys(JsonCursor answer) {
        Map<String, byte[]> keys = new TreeMap<>();
        for (JsonCursor key : answer.member("keys").<JsonCursor>elements(found -> found)) {
            if (key.optional("crv").map(JsonCursor::text).orElse("").equals("Ed25519")) {
                keys.put(key.member("kid").text(), key.member("x").parsed("base64", Base64.getUrlDecoder()::decode));
            }
        }
        return keys;
    }

    private static WebhookEvent.Attempt attempt(JsonCursor attempt) {
        return new WebhookEvent.Attempt(
                attempt.member("attempt-at").instant(),
                Duration.ofMillis(
                        attempt.optional("duration-ms").map(JsonCursor::number).orElse(0L)),
                attempt.member("success?").bool(),
                Math.toIntExact(
                        attempt.optional("status-code").map(JsonCursor::number).orElse(0L)),
                attempt.optional("response-text").map(JsonCursor::text).orElse(""),
                attempt.optional("error-message")
                        .or(() -> attempt.optional("error-type"))
                        .map(JsonCursor::text)
                        .orElse(""));
    }

    private static EventChange change(JsonCursor change) {
        return new EventChange(
                change.member("namespace").text(),
                change.member("action").word(Action.class),
                change.member("id").text(),
                change.member("before").json(),
                change.member("after").json(),
                change.member("idempotencyKey").text());
    }
}
