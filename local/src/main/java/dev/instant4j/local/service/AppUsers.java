package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.IdSource;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/** The users of one app and their logins: entities like all others. */
final class AppUsers {
    static final String USERS = "$users";
    private static final String TOKENS = "$userRefreshTokens";
    private static final String ID = "id";

    private final Tx tx;
    private final UUID app;
    private final AppSchema schema;

    AppUsers(Tx tx, UUID app, AppSchema schema) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
    }

    Optional<UUID> byEmail(String email) {
        return having(USERS, "email", Value.of(email));
    }

    boolean exists(UUID user) {
        return having(USERS, ID, Value.of(user.toString())).isPresent();
    }

    /** Returns the user who was given a refresh token. */
    Optional<UUID> byToken(UUID token) {
        return having(TOKENS, "hashedToken", Value.of(Secrets.hash(token.toString())))
                .flatMap(login -> tx
                        .triples()
                        .of(app, login, attr(TOKENS, "$user").id())
                        .stream()
                        .map(triple -> triple.value().probe())
                        .filter(UUID.class::isInstance)
                        .map(UUID.class::cast)
                        .findFirst());
    }

    UUID add(String email, IdSource ids) {
        UUID user = ids.next();
        put(user, USERS, ID, Value.of(user.toString()));
        put(user, USERS, "email", Value.of(email));
        put(user, USERS, "type", Value.of("user"));
        return user;
    }

    /** Gives a user a new refresh token, and returns it. */
    UUID addToken(UUID user, IdSource ids) {
        UUID token = ids.next();
        UUID login = ids.next();
        put(login, TOKENS, ID, Value.of(login.toString()));
        put(login, TOKENS, "hashedToken", Value.of(Secrets.hash(token.toString())));
        put(login, TOKENS, "$user", Value.link(user));
        return token;
    }

    /** Returns a user as answers to logins show it. */
    JsonObject shown(UUID user) {
        JsonObject json = new EntityReader(tx, app, schema).json(user, USERS);
        long createdAt = tx.triples().of(app, user, attr(USERS, ID).id()).stream()
                .mapToLong(Triple::createdAt)
                .findFirst()
                .orElse(tx.now());
        json.remove("type");
        return json.put("app_id", app.toString())
                .put("created_at", AttrJson.time(createdAt))
                .put("isGuest", false);
    }

    private Optional<UUID> having(String etype, String label, Value value) {
        return tx.triples().having(app, attr(etype, label).id(), value).stream()
                .map(Triple::entity)
                .findFirst();
    }

    private void put(UUID entity, String etype, String label, Value value) {
        tx.triples().add(app, new Triple(entity, attr(etype, label).id(), value, tx.now()));
    }

    private AttrRow attr(String etype, String label) {
        AttrName name = new AttrName(etype, label);
        return schema.forward(name).orElseThrow(() -> new IllegalStateException("The system catalog lacks " + name));
    }
}
