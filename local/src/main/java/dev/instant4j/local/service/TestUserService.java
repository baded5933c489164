package dev.instant4j.local.service;

import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.TestUserStore.TestUser;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Users of apps who sign in with a code that does not change. Futures fail with {@link Refusal}. */
public final class TestUserService {
    private final Store store;
    private final Identity identity;
    private final Access access;
    private final IdSource ids;

    TestUserService(Store store, Identity identity, Access access, IdSource ids) {
        this.store = store;
        this.identity = identity;
        this.access = access;
        this.ids = ids;
    }

    /** Returns the test users of an app, the oldest first. */
    public Future<JsonObject> list(UUID appId, Credential credential) {
        return store.read(tx -> {
            List<JsonObject> users = tx.testUsers().of(app(tx, appId, credential)).stream()
                    .map(TestUserService::json)
                    .toList();
            return new JsonObject().put("test-users", new JsonArray(users));
        });
    }

    /** Adds a user of the body's address and code. */
    public Future<JsonObject> add(UUID appId, Credential credential, Params body) {
        return store.write(tx -> {
            UUID app = app(tx, appId, credential);
            String email = body.email("email");
            String code = body.text("code");
            if (!code.matches("[0-9]{6}")) {
                throw Refusal.invalid("code", code, "Code must be a 6-digit number.");
            }
            TestUser user = new TestUser(ids.next(), app, email, code, tx.now());
            tx.testUsers().put(user);
            return new JsonObject().put("test-user", json(user));
        });
    }

    /** Removes the user of the body's id. */
    public Future<JsonObject> remove(UUID appId, Credential credential, Params body) {
        return store.write(tx -> {
            UUID app = app(tx, appId, credential);
            UUID id = body.uuid("id");
            TestUser user = tx.testUsers()
                    .byId(app, id)
                    .orElseThrow(() -> Refusal.recordNotFound("app-test-user", "id", id.toString()));
            tx.testUsers().remove(id);
            return new JsonObject().put("test-user", json(user));
        });
    }

    private UUID app(Tx tx, UUID appId, Credential credential) {
        return access.ofUser(tx, appId, identity.loggedIn(tx, credential), Role.COLLABORATOR)
                .id();
    }

    private static JsonObject json(TestUser user) {
        return new JsonObject()
                .put("id", user.id().toString())
                .put("app_id", user.app().toString())
                .put("email", user.email())
                .put("code", user.code())
                .put("created_at", AttrJson.time(user.createdAt()));
    }
}
