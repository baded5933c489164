package dev.instant4j.local.service;

import dev.instant4j.local.store.OAuthAppStore.Client;
import dev.instant4j.local.store.OAuthAppStore.OAuthApp;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import static java.util.stream.Collectors.joining;

/** Programs that users can let act for them: what members of their app do with them. Futures fail with {@link Refusal}. */
public final class OAuthAppService {
    private final Store store;
    private final Identity identity;
    private final Access access;
    private final IdSource ids;

    OAuthAppService(Store store, Identity identity, Access access, IdSource ids) {
        this.store = store;
        this.identity = identity;
        this.access = access;
        this.ids = ids;
    }

    /** Returns the programs of an app with their clients, the newest first. */
    public Future<JsonObject> list(UUID app, Credential credential) {
        return store.read(tx -> {
            mustBe(tx, app, credential, Role.COLLABORATOR);
            return new JsonObject()
                    .put("apps", OAuthAppJson.all(tx.oauthApps().of(app), each -> withClients(tx, each)));
        });
    }

    private static JsonObject withClients(Tx tx, OAuthApp app) {
        return OAuthAppJson.LISTED
                .app(app)
                .put("clients", OAuthAppJson.all(tx.oauthApps().clients(app.id()), each -> withSecrets(tx, each)));
    }

    private static JsonObject withSecrets(Tx tx, Client client) {
        return OAuthAppJson.LISTED
                .client(client)
                .put(
                        "clientSecrets",
                        OAuthAppJson.all(tx.oauthApps().secrets(client.id()), OAuthAppJson.LISTED::secret));
    }

    /** Makes a program, which members of its app alone may use. */
    public Future<JsonObject> create(UUID app, Credential credential, Params body) {
        return store.write(tx -> {
            mustBe(tx, app, credential, Role.COLLABORATOR);
            OAuthApp made = new OAuthApp(ids.next(), app, OAuthAppInput.profile(body), "", false, tx.now(), tx.now());
            tx.oauthApps().add(made);
            return new JsonObject().put("app", OAuthAppJson.SINGLE.app(made));
        });
    }

    /** Changes what the body names of a program. */
    public Future<JsonObject> update(UUID app, Credential credential, UUID id, Params body) {
        return store.write(tx -> {
            mustBe(tx, app, credential, Role.COLLABORATOR);
            OAuthApp found = oauthApp(tx, app, id);
            tx.oauthApps().update(id, OAuthAppInput.changed(found.profile(), body), tx.now());
            return new JsonObject().put("app", OAuthAppJson.SINGLE.app(oauthApp(tx, app, id)));
        });
    }

    /** Removes a program; no token of it is good any more. */
    public Future<JsonObject> delete(UUID app, Credential credential, UUID id) {
        return store.write(tx -> {
            mustBe(tx, app, credential, Role.ADMIN);
            OAuthApp found = oauthApp(tx, app, id);
            tx.oauthApps().remove(id);
            return new JsonObject().put("app", OAuthAppJson.SINGLE.app(found));
        });
    }

    /** Returns the programs that the caller lets act for them. */
    public Future<JsonObject> granted(Credential credential) {
        return store.read(tx -> granted(tx, identity.loggedIn(tx, credential)));
    }

    /** No longer lets the body's program act for the caller, and returns those that are left. */
    public Future<JsonObject> revoke(Credential credential, Params body) {
        return store.write(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            tx.grants().removeAll(body.uuid("oauthAppId"), user.id());
            return granted(tx, user);
        });
    }

    /** Opens a program to all users for some scopes, as only those who run a platform can; tells whether it exists. */
    public Future<Boolean> publish(UUID id, Collection<Scope> scopes) {
        String words = scopes.stream().map(Scope::word).sorted().collect(joining(" "));
        return store.write(tx -> tx.oauthApps().publish(id, words));
    }

    private static JsonObject granted(Tx tx, UserRow user) {
        List<OAuthApp> apps = tx.oauthApps().grantedBy(user.id(), tx.now());
        return new JsonObject().put("oauthApps", OAuthAppJson.all(apps, OAuthAppJson::granted));
    }

    private void mustBe(Tx tx, UUID app, Credential credential, Role role) {
        access.ofUser(tx, app, identity.loggedIn(tx, credential), role);
    }

    static OAuthApp oauthApp(Tx tx, UUID app, UUID id) {
        return tx.oauthApps()
                .byId(id)
                .filter(found -> found.app().equals(app))
                .orElseThrow(() -> notFound("oauth-app", app, "oauth-app-id", id));
    }

    static Refusal notFound(String recordType, UUID app, String name, UUID id) {
        JsonObject argument = new JsonObject().put("app-id", app.toString()).put(name, id.toString());
        return Refusal.recordNotFound(recordType, new JsonObject().put("args", new JsonArray().add(argument)));
    }
}
