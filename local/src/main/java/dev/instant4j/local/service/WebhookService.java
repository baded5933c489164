package dev.instant4j.local.service;

import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.WebhookStore.WebhookRow;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who is to be told of changes of apps. Nobody is told anything by this platform. Futures fail with {@link Refusal}. */
public final class WebhookService {
    private final Store store;
    private final Access access;
    private final SystemCatalog catalog;
    private final IdSource ids;

    WebhookService(Store store, Access access, SystemCatalog catalog, IdSource ids) {
        this.store = store;
        this.access = access;
        this.catalog = catalog;
        this.ids = ids;
    }

    /** Returns the webhooks of an app, the newest first. */
    public Future<JsonObject> list(UUID app, Credential credential) {
        return store.read(tx -> {
            access.managed(tx, app, credential, Need.READ_DATA);
            return new JsonObject().put("webhooks", WebhookJson.all(tx, schema(tx, app), app));
        });
    }

    /** Creates the body's webhook. */
    public Future<JsonObject> create(UUID app, Credential credential, Params body) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.WRITE_DATA);
            AppSchema schema = schema(tx, app);
            String url = body.text(WebhookRules.URL);
            List<String> namespaces = body.texts(WebhookRules.NAMESPACES);
            List<String> actions = body.texts(WebhookRules.ACTIONS);
            WebhookUrl.mustBePublic(url);
            List<UUID> idAttrs = WebhookRules.idAttrs(schema, namespaces);
            WebhookRules.mustBeSome(actions);
            WebhookRow webhook = new WebhookRow(ids.next(), url, idAttrs, actions, true, null, tx.now(), tx.now());
            WebhookRules.mustHaveRoom(tx, app);
            WebhookRules.mustBeNew(tx, app, webhook);
            WebhookRules.mustBeKnown(actions);
            tx.webhooks().add(app, webhook);
            return answer(schema, webhook);
        });
    }

    /** Changes what the body names of a webhook. */
    public Future<JsonObject> update(UUID app, Credential credential, UUID id, Params body) {
        return change(app, credential, tx -> {
            UnaryOperator<WebhookRow> change = WebhookRules.change(schema(tx, app), body);
            WebhookRow changed = change.apply(WebhookRules.webhook(tx, app, id));
            WebhookRules.mustBeNew(tx, app, changed);
            WebhookRules.mustBeKnown(changed.actions());
            return changed;
        });
    }

    /** Lets a webhook tell of changes again. */
    public Future<JsonObject> enable(UUID app, Credential credential, UUID id) {
        return change(app, credential, tx -> {
            WebhookRules.mustHaveRoom(tx, app);
            WebhookRow webhook = WebhookRules.webhook(tx, app, id);
            WebhookRules.mustBeNew(tx, app, webhook);
            return webhook.active();
        });
    }

    /** Keeps a webhook from telling of changes, for the body's reason. */
    public Future<JsonObject> disable(UUID app, Credential credential, UUID id, Params body) {
        return change(app, credential, tx -> {
            @Nullable String reason = body.optionalText("reason").orElse(null);
            return WebhookRules.webhook(tx, app, id).disabled(reason);
        });
    }

    private Future<JsonObject> change(UUID app, Credential credential, Function<Tx, WebhookRow> change) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.WRITE_DATA);
            WebhookRow changed = change.apply(tx).changedAt(tx.now());
            tx.webhooks().update(changed);
            return answer(schema(tx, app), changed);
        });
    }

    /** Deletes a webhook and returns what it was. */
    public Future<JsonObject> delete(UUID app, Credential credential, UUID id) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.WRITE_DATA);
            WebhookRow webhook = WebhookRules.webhook(tx, app, id);
            tx.webhooks().remove(id);
            return answer(schema(tx, app), webhook);
        });
    }

    private AppSchema schema(Tx tx, UUID app) {
        return AppSchema.of(tx, catalog, app);
    }

    private static JsonObject answer(AppSchema schema, WebhookRow webhook) {
        return new JsonObject().put("webhook", WebhookJson.of(schema, webhook));
    }
}
