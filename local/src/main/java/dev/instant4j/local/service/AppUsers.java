package dev.instant4j.local.service;

import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The users of one app: entities like all others. */
final class AppUsers {
    static final String USERS = "$users";
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String GUEST = "guest";
    private static final String EXTRA = "extra-fields";

    private final Tx tx;
    private final UUID app;
    private final AppSchema schema;

    AppUsers(Tx tx, UUID app, AppSchema schema) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
    }

    Optional<UUID> byEmail(String email) {
        return having("email", Value.of(email));
    }

    boolean exists(UUID user) {
        return having(ID, Value.of(user.toString())).isPresent();
    }

    boolean isGuest(UUID user) {
        return GUEST.equals(json(user).getString(TYPE));
    }

    /** Returns a user as answers to logins show it. */
    JsonObject shown(UUID user) {
        long createdAt = tx.triples().of(app, user, schema.system(USERS, ID).id()).stream()
                .mapToLong(Triple::createdAt)
                .findFirst()
                .orElse(tx.now());
        return json(user)
                .put("app_id", app.toString())
                .put("created_at", AttrJson.time(createdAt))
                .put("isGuest", isGuest(user));
    }

    /** Returns the step that makes a user who has an address. */
    static JsonArray member(UUID user, String email, JsonObject values) {
        return update(user, values.copy().put("email", email).put(TYPE, "user"));
    }

    /** Returns the step that makes a user who has none. */
    static JsonArray guest(UUID user, JsonObject values) {
        return update(user, values.copy().put(TYPE, GUEST));
    }

    /** Returns the step that writes values of a user. */
    static JsonArray update(UUID user, JsonObject values) {
        return new JsonArray().add("update").add(USERS).add(user.toString()).add(values);
    }

    /** Returns the step that tells which user a guest has turned out to be. */
    static JsonArray link(UUID guest, UUID user) {
        JsonObject primary = new JsonObject().put("linkedPrimaryUser", user.toString());
        return new JsonArray().add("link").add(USERS).add(guest.toString()).add(primary);
    }

    static JsonArray delete(UUID user) {
        return new JsonArray().add("delete").add(USERS).add(user.toString());
    }

    /**
     * Returns the values that a new user is to have besides those that the platform gives.
     *
     * @throws Refusal if the app has no such attr of users, or the platform keeps it
     */
    JsonObject extraFields(Params body) {
        JsonObject extra = body.body().getValue(EXTRA) instanceof JsonObject given ? given : new JsonObject();
        for (Map.Entry<String, Object> field : extra) {
            String label = field.getKey();
            boolean isSystem = schema.forward(new AttrName(USERS, label))
                    .map(schema::isSystem)
                    .orElseThrow(() -> Refusal.invalid(
                            EXTRA, extra, "Unknown field: " + label + ". It must be defined in your $users schema."));
            if (isSystem) {
                throw Refusal.invalid(EXTRA, extra, "Cannot set system field: " + label);
            }
        }
        return extra;
    }

    /** Returns the refusal of a request that names nobody. */
    static Refusal unknown(UUID app, String key, String value) {
        JsonObject argument = new JsonObject().put("app-id", app.toString()).put(key, value);
        return Refusal.recordNotFound("app-user", new JsonObject().put("args", new JsonArray().add(argument)));
    }

    private JsonObject json(UUID user) {
        return new EntityReader(tx, app, schema).json(user, USERS);
    }

    private Optional<UUID> having(String label, Value value) {
        return tx.triples().having(app, schema.system(USERS, label).id(), value).stream()
                .map(Triple::entity)
                .findFirst();
    }
}
