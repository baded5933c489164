package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.WebhookStore.WebhookRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What webhooks must be. */
final class WebhookRules {
    static final String URL = "url";
    static final String NAMESPACES = "namespaces";
    static final String ACTIONS = "actions";
    private static final String WEBHOOK = "webhook";
    private static final int MAX_ACTIVE = 100;
    private static final Set<String> KNOWN_ACTIONS = Set.of("create", "update", "delete");

    private WebhookRules() {}

    static WebhookRow webhook(Tx tx, UUID app, UUID id) {
        return tx.webhooks()
                .byId(app, id)
                .orElseThrow(() -> Refusal.recordOfAppNotFound(WEBHOOK, app, "webhook-id", id));
    }

    /** Returns the attrs that mark the entities of namespaces. */
    static List<UUID> idAttrs(AppSchema schema, List<String> namespaces) {
        Set<UUID> attrs = new LinkedHashSet<>();
        for (String namespace : namespaces) {
            attrs.add(schema.idAttr(namespace)
                    .map(AttrRow::id)
                    .orElseThrow(() -> Refusal.invalid(
                            WEBHOOK,
                            new JsonObject().put("namespace", namespace),
                            "Could not find matching table for " + namespace)));
        }
        if (attrs.isEmpty()) {
            JsonObject input = new JsonObject().put(NAMESPACES, new JsonArray());
            throw Refusal.invalid(WEBHOOK, input, "Webhook must have at least one table.");
        }
        return List.copyOf(attrs);
    }

    static void mustBeSome(List<String> actions) {
        if (actions.isEmpty()) {
            JsonObject input = new JsonObject().put(ACTIONS, new JsonArray());
            throw Refusal.invalid(WEBHOOK, input, "Webhook must have at least one action.");
        }
    }

    /** The real platform leaves this to its database, so it comes last. */
    static void mustBeKnown(List<String> actions) {
        if (!KNOWN_ACTIONS.containsAll(actions)) {
            throw Refusal.paramMalformed(new JsonArray(actions), "body", ACTIONS);
        }
    }

    /** Returns what makes of a webhook the one that a request wants. */
    static UnaryOperator<WebhookRow> change(AppSchema schema, Params body) {
        Optional<String> url = ifThere(body, URL, Params::text);
        Optional<List<String>> namespaces = ifThere(body, NAMESPACES, Params::texts);
        Optional<List<String>> actions = ifThere(body, ACTIONS, Params::texts);
        url.ifPresent(WebhookUrl::mustBePublic);
        actions.ifPresent(WebhookRules::mustBeSome);
        Optional<List<UUID>> idAttrs = namespaces.map(wanted -> idAttrs(schema, wanted));
        return webhook -> webhook.with(
                url.orElse(webhook.url()), idAttrs.orElse(webhook.idAttrs()), actions.orElse(webhook.actions()));
    }

    private static <T> Optional<T> ifThere(Params body, String name, BiFunction<Params, String, T> reader) {
        return body.has(name) ? Optional.of(reader.apply(body, name)) : Optional.empty();
    }

    static void mustHaveRoom(Tx tx, UUID app) {
        long active =
                tx.webhooks().of(app).stream().filter(WebhookRow::isActive).count();
        if (active >= MAX_ACTIVE) {
            throw Refusal.invalid(
                    "webhooks",
                    new JsonObject().put("app-id", app.toString()),
                    "An app may not have more than " + MAX_ACTIVE + " active webhooks.");
        }
    }

    /** Refuses a webhook while another one of the app does all the same. */
    static void mustBeNew(Tx tx, UUID app, WebhookRow webhook) {
        tx.webhooks().of(app).stream()
                .filter(other -> other.isActive() && !other.id().equals(webhook.id()))
                .filter(other -> isSame(other, webhook))
                .findFirst()
                .ifPresent(other -> {
                    JsonObject error = new JsonObject()
                            .put("message", "A webhook already exists with all of the same properties")
                            .put(
                                    "hint",
                                    new JsonObject()
                                            .put("webhook-id", other.id().toString()));
                    throw Refusal.invalid("webhooks", new JsonObject().put("app-id", app.toString()), List.of(error));
                });
    }

    private static boolean isSame(WebhookRow left, WebhookRow right) {
        return left.url().equals(right.url())
                && Set.copyOf(left.idAttrs()).equals(Set.copyOf(right.idAttrs()))
                && Set.copyOf(left.actions()).equals(Set.copyOf(right.actions()));
    }
}
