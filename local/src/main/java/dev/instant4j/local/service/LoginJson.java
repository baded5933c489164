package dev.instant4j.local.service;

import dev.instant4j.local.store.OriginStore.OriginRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.stream.Stream;

/** How users of an app sign in, as answers show it. */
final class LoginJson {
    static final String PROVIDER_NAME = "provider_name";
    static final String PROVIDER_ID = "provider_id";
    static final String CLIENT_NAME = "client_name";
    static final String CLIENT_ID = "client_id";
    static final String DISCOVERY_ENDPOINT = "discovery_endpoint";
    static final String META = "meta";
    static final String REDIRECT_TO = "redirect_to";
    static final String USE_SHARED_CREDENTIALS = "use_shared_credentials";
    private static final String ID = "id";
    private static final String CREATED_AT = "created_at";

    private LoginJson() {}

    static JsonObject origin(OriginRow origin) {
        return new JsonObject()
                .put(ID, origin.id().toString())
                .put("service", origin.service())
                .put("params", new JsonArray(origin.params()))
                .put(CREATED_AT, AttrJson.time(origin.createdAt()));
    }

    /** Returns a provider in a list: without the time. */
    static JsonObject listedProvider(JsonObject entity) {
        return new JsonObject()
                .put(ID, entity.getString(ID))
                .put(PROVIDER_NAME, entity.getString("name"))
                .put(CREATED_AT, null);
    }

    static JsonObject provider(SystemEntities providers, JsonObject entity) {
        return listedProvider(entity).put(CREATED_AT, createdAt(providers, entity));
    }

    /** Returns a client in a list: without the time. */
    static JsonObject listedClient(JsonObject entity) {
        return new JsonObject()
                .put(ID, entity.getString(ID))
                .put(PROVIDER_ID, entity.getString("$oauthProvider"))
                .put(CLIENT_NAME, entity.getString("name"))
                .put(CLIENT_ID, entity.getValue("clientId"))
                .put(DISCOVERY_ENDPOINT, entity.getString("discoveryEndpoint"))
                .put(META, entity.getValue("meta"))
                .put(REDIRECT_TO, entity.getString("redirectTo"))
                .put(USE_SHARED_CREDENTIALS, Boolean.TRUE.equals(entity.getValue("useSharedCredentials")))
                .put(CREATED_AT, null);
    }

    /** Returns a client but for some of its members. */
    static JsonObject client(SystemEntities clients, JsonObject entity, String... without) {
        JsonObject client = listedClient(entity).put(CREATED_AT, createdAt(clients, entity));
        Stream.of(without).forEach(client::remove);
        return client;
    }

    private static String createdAt(SystemEntities entities, JsonObject entity) {
        return String.valueOf(AttrJson.time(entities.createdAt(UUID.fromString(entity.getString(ID)))));
    }
}
