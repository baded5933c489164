package dev.instant4j.local.service;

import dev.instant4j.local.service.AppMaker.Made;
import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, shows and changes apps. Futures fail with {@link Refusal}. */
public final class AppService {
    /** Owns the apps of definition files. */
    private static final UUID BUILT_IN_USER = UUID.fromString("4ce148b6-dc33-4664-9d3f-e37b52befe68");

    private final Store store;
    private final Identity identity;
    private final Access access;
    private final AppMaker maker;
    private final AppDetails details;

    AppService(Store store, Identity identity, Access access, AppMaker maker, AppDetails details) {
        this.store = store;
        this.identity = identity;
        this.access = access;
        this.maker = maker;
        this.details = details;
    }

    /**
     * An app with the token that may do everything with it.
     *
     * @param adminToken a secret
     */
    public record Opened(UUID app, UUID adminToken) {
        @Override
        public String toString() {
            return "Opened[app=" + app + ", adminToken=••••]";
        }
    }

    /** Returns the one app of a definition file, which is made when it is asked for first. */
    public Future<Opened> ofDefinition(String path, String title) {
        return store.write(tx -> {
            @Nullable
            AppRow known = tx.apps()
                    .byDefinition(path)
                    .filter(app -> app.deletionMarkedAt() == null)
                    .orElse(null);
            if (known != null) {
                return new Opened(known.id(), tx.apps().adminToken(known.id()).orElseThrow());
            }
            Made made = maker.make(tx, title, BUILT_IN_USER, null);
            tx.apps().setDefinition(path, made.app().id());
            return new Opened(made.app().id(), made.token());
        });
    }

    /** Returns an app without its token; a deleted one too, to its admin token. */
    public Future<JsonObject> get(UUID appId, Credential credential) {
        return store.read(tx ->
                new JsonObject().put("app", AppJson.of(access.managed(tx, appId, credential, Need.READ))));
    }

    /** Returns the apps that the caller has made, with what {@code include} names. */
    public Future<JsonObject> list(Credential credential, Set<String> include) {
        return store.read(tx -> {
            UserRow user = identity.ofApi(tx, credential, Scope.APPS_READ);
            List<JsonObject> apps = tx.apps().createdBy(user.id()).stream()
                    .map(app -> details.include(tx, AppJson.of(app), app.id(), include))
                    .toList();
            return new JsonObject().put("apps", new JsonArray(apps));
        });
    }

    /** Makes an app with the body's schema and rules. */
    public Future<JsonObject> create(Credential credential, Params body) {
        return store.write(tx -> {
            UserRow user = identity.ofApi(tx, credential, Scope.APPS_WRITE);
            String title = body.text("title");
            @Nullable UUID org = org(tx, user, body.optionalUuid("org_id"), Role.ADMIN);
            JsonObject rules = AppMaker.rules(body);
            Made made = maker.make(tx, title, org == null ? user.id() : null, org);
            maker.setRules(tx, made.app(), rules);
            maker.setSchema(tx, made.app(), body.body().getValue("schema"));
            JsonObject app = details.include(tx, made.json(), made.app().id(), AppDetails.ALL);
            return new JsonObject().put("app", app);
        });
    }

    /** Makes an app whose id and admin token the caller has chosen, so that a repetition is found out. */
    public Future<JsonObject> createWithIds(Credential credential, Params body) {
        return store.write(tx -> {
            UserRow user = identity.any(tx, credential, Scope.APPS_WRITE);
            String title = body.text("title");
            UUID id = body.uuid("id");
            UUID token = body.uuid("admin_token");
            Optional<UUID> orgId = body.optionalUuid("org_id");
            JsonObject rules = AppMaker.wrappedRules(body);
            @Nullable UUID org = org(tx, user, orgId, Role.COLLABORATOR);
            Made made = maker.make(tx, id, token, title, org == null ? user.id() : null, org);
            maker.setRules(tx, made.app(), rules);
            maker.setSchema(tx, made.app(), body.body().getValue("schema"));
            return new JsonObject().put("app", made.json());
        });
    }

    private static @Nullable UUID org(Tx tx, UserRow user, Optional<UUID> id, Role least) {
        return id.map(found -> Access.org(tx, found, user, least).id()).orElse(null);
    }

    /** Gives an app another title and returns it. */
    public Future<JsonObject> rename(UUID appId, Credential credential, Params body) {
        return store.write(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.MANAGE).withTitle(body.text("title"));
            tx.apps().update(app);
            return new JsonObject().put("app", AppJson.of(app));
        });
    }

    /** Marks an app as deleted and returns it; it is forgotten for good after a grace period. */
    public Future<JsonObject> delete(UUID appId, Credential credential) {
        return store.write(tx -> {
            UserRow user = identity.ofApi(tx, credential, Scope.APPS_WRITE);
            return new JsonObject().put("app", AppJson.of(markDeleted(tx, appId, user)));
        });
    }

    /** Marks an app of the caller, who is logged in, as deleted. */
    public Future<JsonObject> deleteLoggedIn(UUID appId, Credential credential) {
        return store.write(tx -> {
            markDeleted(tx, appId, identity.loggedIn(tx, credential));
            return new JsonObject().put("ok", true);
        });
    }

    /** Forgets an app for good and at once. */
    public Future<Void> remove(UUID appId) {
        return store.write(tx -> {
                    tx.apps().remove(appId);
                    return appId;
                })
                .mapEmpty();
    }

    private AppRow markDeleted(Tx tx, UUID appId, UserRow user) {
        AppRow app = access.ofUser(tx, appId, user, Role.ADMIN);
        if (app.creatorId() != null && !app.creatorId().equals(user.id())) {
            throw Refusal.permissionDenied(Role.OWNER.word(), "allowed-member-role?");
        }
        AppRow deleted = app.withDeletion(tx.now());
        tx.apps().update(deleted);
        return deleted;
    }
}
