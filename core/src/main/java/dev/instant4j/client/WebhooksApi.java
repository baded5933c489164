package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Paths;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.webhook.EventChange;
import dev.instant4j.model.webhook.EventCursor;
import dev.instant4j.model.webhook.EventIsn;
import dev.instant4j.model.webhook.EventPage;
import dev.instant4j.model.webhook.NewWebhook;
import dev.instant4j.model.webhook.Webhook;
import dev.instant4j.model.webhook.WebhookCall;
import dev.instant4j.model.webhook.WebhookEvent;
import dev.instant4j.model.webhook.WebhookId;
import dev.instant4j.wire.JsonCursor;
import dev.instant4j.wire.WebhookJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;

/** The webhooks of one app. */
public final class WebhooksApi {
    private final InstantPlatform platform;
    private final Requests requests;
    private final AppId app;
    private final String path;

    WebhooksApi(InstantPlatform platform, Requests requests, AppId app) {
        this.platform = platform;
        this.requests = requests;
        this.app = app;
        this.path = "/dash/apps/" + app + "/webhooks";
    }

    /** Lists the webhooks, newest first ({@code GET /dash/apps/:id/webhooks}). */
    public Future<List<Webhook>> list() {
        return requests.send(() -> Call.get("list the webhooks of app " + app, path))
                .map(answer -> answer.member("webhooks").elements(WebhookJson::decode));
    }

    /**
     * Creates a webhook ({@code POST /dash/apps/:id/webhooks}). Sent once; a second one that is the same in everything is
     * refused.
     */
    public Future<Webhook> create(NewWebhook webhook) {
        return webhook(Call.post("create a webhook of app " + app, path).body(WebhookJson.request(webhook)));
    }

    /** Replaces all settings of a webhook ({@code POST /dash/apps/:id/webhooks/:webhook}). Safe to repeat. */
    public Future<Webhook> update(WebhookId webhook, NewWebhook settings) {
        return webhook(Call.post("change a webhook of app " + app, path + "/" + webhook)
                .body(WebhookJson.request(settings))
                .repeatable());
    }

    /** Deletes a webhook ({@code DELETE /dash/apps/:id/webhooks/:webhook}). Safe to repeat. */
    public Future<Void> delete(WebhookId webhook) {
        return requests.send(() -> Call.delete("delete a webhook of app " + app, path + "/" + webhook))
                .mapEmpty();
    }

    /** Lets a webhook tell of changes again ({@code POST /dash/apps/:id/webhooks/:webhook/enable}). Safe to repeat. */
    public Future<Webhook> enable(WebhookId webhook) {
        return webhook(Call.post("enable a webhook of app " + app, path + "/" + webhook + "/enable")
                .body(new JsonObject())
                .repeatable());
    }

    /**
     * Keeps a webhook from telling of changes ({@code POST /dash/apps/:id/webhooks/:webhook/disable}). Safe to repeat.
     *
     * @param reason for people to read; may be empty
     */
    public Future<Webhook> disable(WebhookId webhook, String reason) {
        return webhook(Call.post("disable a webhook of app " + app, path + "/" + webhook + "/disable")
                .body(reason.isEmpty() ? new JsonObject() : new JsonObject().put("reason", reason))
                .repeatable());
    }

    /** Lists the newest events of the last 60 days ({@code GET /dash/apps/:id/webhooks/:webhook/events}). */
    public Future<EventPage> events(WebhookId webhook) {
        return page(path + "/" + webhook + "/events");
    }

    /** Lists the events that come after those of another page. */
    public Future<EventPage> events(WebhookId webhook, EventCursor after) {
        return page(Paths.query(path + "/" + webhook + "/events", "after", after.value()));
    }

    /** Reads an event ({@code GET /dash/apps/:id/webhooks/:webhook/events/:isn}). */
    public Future<WebhookEvent> event(WebhookId webhook, EventIsn isn) {
        return event(Call.get("read an event of app " + app, path + "/" + webhook + "/events/" + isn));
    }

    /**
     * Tells an event once more ({@code POST /dash/apps/:id/webhooks/:webhook/events/:isn}). Sent once. Refused for a minute
     * while it is being told.
     */
    public Future<WebhookEvent> resend(WebhookId webhook, EventIsn isn) {
        return event(Call.post("resend an event of app " + app, path + "/" + webhook + "/events/" + isn)
                .body(new JsonObject()));
    }

    /** Reads what has changed in an event ({@code GET /webhooks/payload/:app/:webhook/:isn}). */
    public Future<List<EventChange>> changes(WebhookId webhook, EventIsn isn) {
        return payload(() -> payloads() + webhook + "/" + isn);
    }

    /** Reads the keys by which the platform signs what it posts to webhooks ({@code GET /.well-known/webhooks/jwks.json}). Needs no token. */
    public Future<WebhookKeys> keys() {
        return requests.send(() -> Call.get("read the keys of webhooks", "/.well-known/webhooks/jwks.json")
                        .anonymous())
                .map(WebhookJson::keys)
                .map(WebhookKeys::new);
    }

    /**
     * Reads what has changed, as a call says that was posted to a webhook and {@linkplain WebhookKeys#verified verified}.
     * Its own token is sent, and to this platform only.
     *
     * @return each change once more whenever the platform tells it again, with the same idempotency key; fails with
     *     {@link IllegalArgumentException} if the call is about another app or leads to another platform
     */
    public Future<List<EventChange>> changes(WebhookCall call) {
        return platform.withToken(call.token()).webhooks(app).payload(() -> pathOf(call));
    }

    private String pathOf(WebhookCall call) {
        String address = call.payload().toString();
        String expected = platform.uri() + payloads();
        if (!address.startsWith(expected)
                || !address.substring(expected.length()).matches("[0-9A-Za-z/-]+")) {
            throw new IllegalArgumentException("The webhook's payload is not one of app " + app + " at "
                    + platform.uri() + ". Was it posted by another platform?");
        }
        return payloads() + address.substring(expected.length());
    }

    private String payloads() {
        return "/webhooks/payload/" + app + "/";
    }

    private Future<List<EventChange>> payload(Supplier<String> payloadPath) {
        return requests.send(() -> Call.get("read the changes of an event of app " + app, payloadPath.get()))
                .map(WebhookJson::changes);
    }

    private Future<Webhook> webhook(Call call) {
        return requests.send(() -> call).map(answer -> WebhookJson.decode(answer.member("webhook")));
    }

    private Future<WebhookEvent> event(Call call) {
        return requests.send(() -> call).map((JsonCursor answer) -> WebhookJson.event(answer.member("event")));
    }

    private Future<EventPage> page(String pagePath) {
        return requests.send(() -> Call.get("list the events of a webhook of app " + app, pagePath))
                .map(WebhookJson::page);
    }
}
