package dev.instant4j.local.service;

import dev.instant4j.local.store.OAuthAppStore.Client;
import dev.instant4j.local.store.OAuthAppStore.ClientSecret;
import dev.instant4j.local.store.OAuthAppStore.OAuthApp;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** As what programs are known, and what they prove themselves with. Futures fail with {@link Refusal}. */
public final class OAuthClientService {
    private static final String REDIRECT_URLS = "authorized_redirect_urls";
    private static final String CLIENT = "oauth-client";
    private static final int SHOWN_OF_SECRET = 4;

    private final Store store;
    private final Identity identity;
    private final Access access;
    private final IdSource ids;
    private final Secrets secrets;

    OAuthClientService(Store store, Identity identity, Access access, IdSource ids, Secrets secrets) {
        this.store = store;
        this.identity = identity;
        this.access = access;
        this.ids = ids;
        this.secrets = secrets;
    }

    /** Makes a client of a program, with a secret that is shown this once. */
    public Future<JsonObject> create(UUID app, Credential credential, UUID id, Params body) {
        return store.write(tx -> {
            mustBe(tx, app, credential, Role.COLLABORATOR);
            OAuthApp oauthApp = OAuthAppService.oauthApp(tx, app, id);
            String name = body.text("client_name");
            List<String> urls = redirectUrls(body, oauthApp);
            Client client = new Client(ids.next(), id, name, urls, tx.now(), tx.now());
            tx.oauthApps().addClient(client);
            return newSecret(tx, client.id()).put("client", OAuthAppJson.SINGLE.client(client));
        });
    }

    private static List<String> redirectUrls(Params body, OAuthApp app) {
        JsonArray urls = body.isTrue(REDIRECT_URLS) ? body.list(REDIRECT_URLS) : new JsonArray();
        return urls.stream()
                .map(url -> RedirectUris.fit(REDIRECT_URLS, String.valueOf(url), app.isPublic()))
                .distinct()
                .toList();
    }

    /** Changes the name of a client, and where users may come back to. */
    public Future<JsonObject> update(UUID app, Credential credential, UUID id, Params body) {
        return store.write(tx -> {
            mustBe(tx, app, credential, Role.COLLABORATOR);
            Client found = client(tx, app, id, "oauth-app");
            boolean isPublic =
                    OAuthAppService.oauthApp(tx, app, found.oauthApp()).isPublic();
            List<String> added = body.optionalText("add_redirect_url").stream()
                    .map(url -> RedirectUris.fit(REDIRECT_URLS, url, isPublic))
                    .toList();
            List<String> removed =
                    body.optionalText("remove_redirect_url").stream().toList();
            List<String> urls = Stream.of(found.redirectUrls(), added)
                    .flatMap(Collection::stream)
                    .filter(url -> !removed.contains(url))
                    .distinct()
                    .toList();
            String name = body.optionalText("client_name").orElse(found.name());
            Client changed = new Client(id, found.oauthApp(), name, urls, found.createdAt(), tx.now());
            tx.oauthApps().updateClient(changed);
            return new JsonObject().put("client", OAuthAppJson.SINGLE.client(changed));
        });
    }

    /** Removes a client; no token of it is good any more. */
    public Future<JsonObject> delete(UUID app, Credential credential, UUID id) {
        return store.write(tx -> {
            mustBe(tx, app, credential, Role.ADMIN);
            Client found = client(tx, app, id, CLIENT);
            tx.oauthApps().removeClient(id);
            return new JsonObject().put("client", OAuthAppJson.SINGLE.client(found));
        });
    }

    /** Makes another secret of a client, shown this once. */
    public Future<JsonObject> createSecret(UUID app, Credential credential, UUID client) {
        return store.write(tx -> {
            mustBe(tx, app, credential, Role.COLLABORATOR);
            return newSecret(tx, client(tx, app, client, CLIENT).id());
        });
    }

    /** Makes a secret worthless. */
    public Future<JsonObject> deleteSecret(UUID app, Credential credential, UUID id) {
        return store.write(tx -> {
            mustBe(tx, app, credential, Role.COLLABORATOR);
            ClientSecret found = tx.oauthApps()
                    .secret(id)
                    .filter(secret -> isOf(tx, app, secret.client()))
                    .orElseThrow(
                            () -> OAuthAppService.notFound("oauth-app-client-secrets", app, "client-secret-id", id));
            tx.oauthApps().removeSecret(id);
            return new JsonObject().put("clientSecret", OAuthAppJson.SINGLE.secret(found));
        });
    }

    private JsonObject newSecret(Tx tx, UUID client) {
        String value = secrets.clientSecret();
        ClientSecret secret = new ClientSecret(ids.next(), client, value.substring(0, SHOWN_OF_SECRET), tx.now());
        tx.oauthApps().addSecret(secret, Secrets.hash(value));
        return new JsonObject()
                .put("clientSecret", OAuthAppJson.SINGLE.secret(secret))
                .put("secretValue", value);
    }

    private void mustBe(Tx tx, UUID app, Credential credential, Role role) {
        access.ofUser(tx, app, identity.loggedIn(tx, credential), role);
    }

    private static Client client(Tx tx, UUID app, UUID id, String recordType) {
        return tx.oauthApps()
                .client(id)
                .filter(client -> isOf(tx, app, client.id()))
                .orElseThrow(() -> OAuthAppService.notFound(recordType, app, "client-id", id));
    }

    private static boolean isOf(Tx tx, UUID app, UUID client) {
        return tx.oauthApps()
                .client(client)
                .flatMap(found -> tx.oauthApps().byId(found.oauthApp()))
                .filter(found -> found.app().equals(app))
                .isPresent();
    }
}
