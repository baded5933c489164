package dev.instant4j.local.http;

import dev.instant4j.local.service.WebhookEventService;
import dev.instant4j.local.service.WebhookService;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Webhooks and what they were told. */
final class WebhookRoutes {
    private static final String WEBHOOKS = "/dash/apps/:app_id/webhooks";
    private static final String ID = "webhook_id";
    private static final String WEBHOOK = WEBHOOKS + "/:" + ID;

    private WebhookRoutes() {}

    static void mount(Routes routes, WebhookService webhooks, WebhookEventService events) {
        routes.get(WEBHOOKS, exchange -> webhooks.list(exchange.app(), exchange.credential()));
        routes.post(WEBHOOKS, exchange -> webhooks.create(exchange.app(), exchange.credential(), exchange.body()));
        routes.post(
                WEBHOOK,
                exchange ->
                        webhooks.update(exchange.app(), exchange.credential(), exchange.pathId(ID), exchange.body()));
        routes.delete(WEBHOOK, exchange -> webhooks.delete(exchange.app(), exchange.credential(), exchange.pathId(ID)));
        routes.post(
                WEBHOOK + "/enable",
                exchange -> webhooks.enable(exchange.app(), exchange.credential(), exchange.pathId(ID)));
        routes.post(
                WEBHOOK + "/disable",
                exchange ->
                        webhooks.disable(exchange.app(), exchange.credential(), exchange.pathId(ID), exchange.body()));
        events(routes, events);
    }

    private static void events(Routes routes, WebhookEventService events) {
        String all = WEBHOOK + "/events";
        routes.get(all, exchange -> {
            exchange.pathId(ID);
            return events.list(exchange.app(), exchange.credential(), exchange.query("after"));
        });
        routes.get(
                all + "/*",
                exchange ->
                        events.get(exchange.app(), exchange.credential(), exchange.pathId(ID), exchange.pathRest()));
        routes.post(
                all + "/*",
                exchange ->
                        events.resend(exchange.app(), exchange.credential(), exchange.pathId(ID), exchange.pathRest()));
        routes.get(
                "/webhooks/payload/:app_id/:" + ID + "/*",
                exchange -> events.payload(
                        exchange.app(), exchange.credential(), exchange.pathId(ID), exchange.pathRest()));
        routes.get(
                "/.well-known/webhooks/jwks.json",
                exchange -> Future.succeededFuture(new JsonObject().put("keys", new JsonArray())));
    }
}
