package dev.instant4j.local.service;

import dev.instant4j.local.service.Accounts.NewPersonalToken;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.local.store.UserStore.PersonalToken;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Personal access tokens of users who are logged in. Futures fail with {@link Refusal}. */
public final class PersonalTokenService {
    private final Store store;
    private final Identity identity;
    private final Accounts accounts;

    PersonalTokenService(Store store, Identity identity, Accounts accounts) {
        this.store = store;
        this.identity = identity;
        this.accounts = accounts;
    }

    /** Returns the caller's tokens without their secrets. */
    public Future<JsonObject> list(Credential credential) {
        return store.read(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            List<JsonObject> tokens = tx.users().personalTokens(user.id()).stream()
                    .map(PersonalTokenService::json)
                    .toList();
            return new JsonObject().put("data", new JsonArray(tokens));
        });
    }

    /** Makes a token; its secret is shown this once. */
    public Future<JsonObject> create(Credential credential, Params body) {
        return store.write(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            NewPersonalToken made = accounts.personalToken(tx, user, body.text("name"));
            return new JsonObject().put("data", json(made.token()).put("token", made.secret()));
        });
    }

    /** Makes a token worthless; one that does not exist is no error. */
    public Future<JsonObject> delete(Credential credential, UUID id) {
        return store.write(tx -> {
            tx.users().removePersonalToken(identity.loggedIn(tx, credential).id(), id);
            return new JsonObject();
        });
    }

    private static JsonObject json(PersonalToken token) {
        return new JsonObject()
                .put("id", token.id().toString())
                .put("user_id", token.user().toString())
                .put("name", token.name())
                .put("created_at", AttrJson.time(token.createdAt()));
    }
}
