package dev.instant4j.local.service;

import dev.instant4j.local.service.AppMaker.Made;
import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;

/** Apps that need no account and vanish unless someone claims them. Futures fail with {@link Refusal}. */
public final class TemporaryAppService {
    /** Owns temporary apps, so that nobody sees them in a list. */
    static final UUID OWNER = UUID.fromString("1fe0f5e5-143f-4a15-bec9-c181122bd8e5");

    private static final Duration LIFETIME = Duration.ofDays(14);
    private static final String WRONG_TOKEN =
            "This admin token may be expired or invalid." + " Or you may have provided an incorrect app ID.";

    private final Store store;
    private final Identity identity;
    private final AppMaker maker;

    TemporaryAppService(Store store, Identity identity, AppMaker maker) {
        this.store = store;
        this.identity = identity;
        this.maker = maker;
    }

    /** Makes an app with the body's schema and rules. */
    public Future<JsonObject> create(Params body) {
        return store.write(tx -> {
            String title = body.text("title");
            JsonObject rules = AppMaker.wrappedRules(body);
            Made made = maker.make(tx, title, OWNER, null);
            maker.setRules(tx, made.app(), rules);
            maker.setSchema(tx, made.app(), body.body().getValue("schema"));
            return new JsonObject().put("app", made.json()).put("expires_ms", expiry(made.app()));
        });
    }

    /** Returns a temporary app without its token. */
    public Future<JsonObject> get(UUID id) {
        return store.read(tx -> {
            AppRow app = temporary(tx, id, "ephemeral-app?");
            return new JsonObject().put("app", AppJson.of(app)).put("expires_ms", expiry(app));
        });
    }

    private static AppRow temporary(Tx tx, UUID id, String expected) {
        AppRow app = Access.living(tx, id);
        if (!OWNER.equals(app.creatorId())) {
            throw Refusal.permissionDenied(id.toString(), expected);
        }
        return app;
    }

    /** Sets the status of a temporary app, whose admin token is in the body. */
    public Future<JsonObject> setStatus(UUID id, Params body) {
        return store.write(tx -> {
            temporary(tx, id, "ephemeral-app?");
            AppRow app = owned(tx, id, body.uuid("admin-token"));
            String status = AppStatus.of(body);
            tx.apps().update(app.withStatus(status));
            return new JsonObject().put("status", status);
        });
    }

    /** Makes the caller the owner of a temporary app, whose admin token is in the body. */
    public Future<JsonObject> claim(UUID id, Credential credential, Params body) {
        return store.write(tx -> {
            UUID token = body.uuid("token");
            UserRow user = identity.loggedIn(tx, credential);
            temporary(tx, id, "claimable-app?");
            tx.apps().update(owned(tx, id, token).withOwner(user.id(), null));
            return new JsonObject();
        });
    }

    /** Refuses an app that one special account makes for others: there is no such account here. */
    public Future<JsonObject> createForOthers(Credential credential) {
        return store.read(tx -> {
            UserRow user = identity.ofApi(tx, credential, Scope.APPS_WRITE);
            throw Refusal.permissionDenied(user.id().toString(), "get-a-db-user?");
        });
    }

    /** Refuses to show an app as one of that special account. */
    public Future<JsonObject> getForOthers(UUID id) {
        return store.read(tx -> {
            AppRow app = Access.living(tx, id);
            throw Refusal.permissionDenied(app.id().toString(), "claimable-app?");
        });
    }

    private static AppRow owned(Tx tx, UUID id, UUID token) {
        return tx.apps().byAdminToken(token).filter(app -> app.id().equals(id)).orElseThrow(() -> {
            JsonObject argument = new JsonObject().put("app-id", id.toString()).put("token", token.toString());
            JsonObject hint =
                    new JsonObject().put("args", new JsonArray().add(argument)).put("message", WRONG_TOKEN);
            return Refusal.recordNotFound("app-admin-token", hint);
        });
    }

    private static long expiry(AppRow app) {
        return app.createdAt() + LIFETIME.toMillis();
    }
}
