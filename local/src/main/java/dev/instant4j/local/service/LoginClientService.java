package dev.instant4j.local.service;

import dev.instant4j.local.store.OriginStore.OriginRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Providers and clients by which users of apps sign in. Futures fail with {@link Refusal}. */
public final class LoginClientService {
    private static final String PROVIDERS = "$oauthProviders";
    private static final String CLIENTS = "$oauthClients";

    private final Store store;
    private final Access access;
    private final SystemCatalog catalog;
    private final IdSource ids;

    LoginClientService(Store store, Access access, SystemCatalog catalog, IdSource ids) {
        this.store = store;
        this.access = access;
        this.catalog = catalog;
        this.ids = ids;
    }

    /** Returns all about how users of an app sign in, but for mails. */
    public Future<JsonObject> settings(UUID app, Credential credential) {
        return store.read(tx -> {
            access.managed(tx, app, credential, Need.READ);
            List<OriginRow> origins = tx.origins().of(app);
            return new JsonObject()
                    .put("oauth_service_providers", list(entities(tx, app, PROVIDERS), LoginJson::listedProvider))
                    .put("oauth_clients", list(entities(tx, app, CLIENTS), LoginJson::listedClient))
                    .put("authorized_redirect_origins", origins.isEmpty() ? null : OriginService.list(origins))
                    .put("default_sender_email", MailTemplateService.DEFAULT_SENDER);
        });
    }

    private static JsonArray list(SystemEntities entities, Function<JsonObject, JsonObject> shown) {
        return new JsonArray(entities.all().stream().map(shown).toList());
    }

    /** Adds the body's provider to an app. */
    public Future<JsonObject> addProvider(UUID app, Credential credential, Params body) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.WRITE);
            SystemEntities providers = entities(tx, app, PROVIDERS);
            JsonObject provider = providers.put(ids.next(), Map.of("name", body.text(LoginJson.PROVIDER_NAME)));
            return new JsonObject().put("provider", LoginJson.provider(providers, provider));
        });
    }

    /** Adds the body's client at one of an app's providers. */
    public Future<JsonObject> addClient(UUID app, Credential credential, Params body) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.WRITE);
            LoginClientInput input = new LoginClientInput(body);
            Map<String, Object> values = input.ofNew(id -> provider(tx, app, id));
            SystemEntities clients = entities(tx, app, CLIENTS);
            JsonObject client = clients.put(ids.next(), values);
            return new JsonObject().put("client", LoginJson.client(clients, client, LoginJson.REDIRECT_TO));
        });
    }

    private JsonObject provider(Tx tx, UUID app, UUID id) {
        return entities(tx, app, PROVIDERS)
                .find(id)
                .orElseThrow(() -> Refusal.recordNotFound(
                        "oauth-service-provider", new JsonObject().put("provider-id", id.toString())));
    }

    /** Changes what the body names of a client. */
    public Future<JsonObject> updateClient(UUID app, Credential credential, UUID id, Params body) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.WRITE);
            SystemEntities clients = entities(tx, app, CLIENTS);
            JsonObject before = client(clients, app, id);
            String provider = Params.uuidIn(before.getString("$oauthProvider", ""))
                    .flatMap(entities(tx, app, PROVIDERS)::find)
                    .map(found -> found.getString("name"))
                    .orElse("");
            JsonObject client = clients.put(id, new LoginClientInput(body).ofChange(before, provider));
            return new JsonObject().put("client", LoginJson.client(clients, client));
        });
    }

    /** Deletes a client and returns what it was. */
    public Future<JsonObject> deleteClient(UUID app, Credential credential, UUID id) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.WRITE);
            SystemEntities clients = entities(tx, app, CLIENTS);
            JsonObject client = LoginJson.client(
                    clients,
                    client(clients, app, id),
                    LoginJson.META,
                    LoginJson.DISCOVERY_ENDPOINT,
                    LoginJson.REDIRECT_TO,
                    LoginJson.USE_SHARED_CREDENTIALS);
            clients.remove(id);
            return new JsonObject().put("client", client);
        });
    }

    private static JsonObject client(SystemEntities clients, UUID app, UUID id) {
        return clients.find(id).orElseThrow(() -> Refusal.recordOfAppNotFound("app-oauth-client", app, "id", id));
    }

    private SystemEntities entities(Tx tx, UUID app, String etype) {
        return new SystemEntities(tx, app, AppSchema.of(tx, catalog, app), etype);
    }
}
