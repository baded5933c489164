package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** What the dashboard sets for an app of someone who is logged in. Futures fail with {@link Refusal}. */
public final class AppSettingService {
    private static final int MAX_EXPIRY_MINUTES = 1440;

    private final Store store;
    private final Identity identity;
    private final Access access;
    private final SystemCatalog catalog;
    private final RuleWriter ruleWriter;

    AppSettingService(Store store, Identity identity, Access access, SystemCatalog catalog, RuleWriter ruleWriter) {
        this.store = store;
        this.identity = identity;
        this.access = access;
        this.catalog = catalog;
        this.ruleWriter = ruleWriter;
    }

    /** Gives an app another title. */
    public Future<JsonObject> rename(UUID appId, Credential credential, Params body) {
        return change(appId, credential, Role.OWNER, (tx, app) -> {
            tx.apps().update(app.withTitle(body.text("title")));
            return new JsonObject();
        });
    }

    /** Makes an app active, read-only or disabled. */
    public Future<JsonObject> setStatus(UUID appId, Credential credential, Params body) {
        return change(appId, credential, Role.ADMIN, (tx, app) -> {
            String status = AppStatus.of(body);
            tx.apps().update(app.withStatus(status));
            return new JsonObject().put("status", status);
        });
    }

    /** Replaces the admin token of an app by the body's; the old one is worth nothing from then on. */
    public Future<JsonObject> setAdminToken(UUID appId, Credential credential, Params body) {
        return change(appId, credential, Role.ADMIN, (tx, app) -> {
            UUID token = body.uuid("admin-token");
            boolean isTaken = tx.apps()
                    .byAdminToken(token)
                    .filter(other -> !other.id().equals(app.id()))
                    .isPresent();
            if (isTaken) {
                throw Refusal.notUnique("app-admin-token");
            }
            tx.apps().setAdminToken(app.id(), token, tx.now());
            return new JsonObject()
                    .put("token", token.toString())
                    .put("app_id", app.id().toString())
                    .put("created_at", AttrJson.time(tx.now()));
        });
    }

    /** Removes all attrs of an app with their data, and its rules. */
    public Future<JsonObject> clear(UUID appId, Credential credential) {
        return change(appId, credential, Role.OWNER, (tx, app) -> {
            List<String> attrs = tx.attrs().live(app.id()).stream()
                    .map(attr -> attr.id().toString())
                    .toList();
            new AttrDeletions(tx, app.id(), catalog).run(attrs);
            ruleWriter.set(tx, app.id(), new JsonObject());
            return new JsonObject().put("ok", true);
        });
    }

    /** Sets how long magic codes of an app are good, in minutes. */
    public Future<JsonObject> setMagicCodeExpiry(UUID appId, Credential credential, Params body) {
        return change(appId, credential, Role.ADMIN, (tx, app) -> {
            int minutes = body.number("expiry");
            JsonObject input = new JsonObject().put("magic-token-expiry-minutes", minutes);
            if (minutes <= 0) {
                throw Refusal.invalid("app", input, "The magic token expiry must be positive.");
            }
            if (minutes > MAX_EXPIRY_MINUTES) {
                throw Refusal.invalid("app", input, "The magic token expiry must be under 1,440 minutes (24 hours).");
            }
            AppRow changed = app.withMagicCodeExpiry(minutes);
            tx.apps().update(changed);
            return new JsonObject().put("app", AppJson.of(changed));
        });
    }

    /** Gives an app to an org. Its members stay: without a paid plan they are no double of those of the org. */
    public Future<JsonObject> transferToOrg(UUID appId, Credential credential, UUID orgId) {
        return change(appId, credential, Role.OWNER, (tx, app) -> {
            Access.org(tx, orgId, identity.loggedIn(tx, credential), Role.ADMIN);
            tx.apps().update(app.withOwner(null, orgId));
            JsonObject changes = new JsonObject().put("removed", new JsonArray());
            return new JsonObject().put("credit", null).put("app_member_changes", changes);
        });
    }

    /** Tells how many sessions are open: none, as there are no subscriptions here. */
    public Future<JsonObject> stats(UUID appId, Credential credential) {
        return store.read(tx -> {
            access.ofUser(tx, appId, identity.loggedIn(tx, credential), Role.COLLABORATOR);
            return new JsonObject().put("count", 0).put("origins", new JsonObject());
        });
    }

    private Future<JsonObject> change(
            UUID appId, Credential credential, Role least, BiFunction<Tx, AppRow, JsonObject> change) {
        return store.write(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            return change.apply(tx, access.ofUser(tx, appId, user, least));
        });
    }
}
