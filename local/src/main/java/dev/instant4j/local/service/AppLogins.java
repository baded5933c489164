package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.TestUserStore.TestUser;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.IdSource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the users of one app sign in: tokens and codes. They are kept as hashes, as entities like all others. */
final class AppLogins {
    private static final Duration USUAL_LIFE = Duration.ofMinutes(10);
    private static final String TOKENS = "$userRefreshTokens";
    private static final String HASHED_TOKEN = "hashedToken";
    private static final String USER = "$user";
    private static final String CODES = "$magicCodes";
    private static final String HASHED_CODE = "codeHash";
    private static final String EMAIL = "email";
    private static final String CODE_RECORD = "app-user-magic-code";

    private final Tx tx;
    private final AppRow app;
    private final AppSchema schema;

    AppLogins(Tx tx, AppRow app, AppSchema schema) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
    }

    /** Gives a user a new refresh token, and returns it. */
    UUID addToken(UUID user, IdSource ids) {
        UUID token = ids.next();
        UUID login = add(TOKENS, ids);
        put(login, TOKENS, HASHED_TOKEN, Value.of(hash(token)));
        put(login, TOKENS, USER, Value.link(user));
        return token;
    }

    /** Returns the user who was given a refresh token. */
    Optional<UUID> userOf(UUID token) {
        AttrRow user = schema.system(TOKENS, USER);
        return having(TOKENS, HASHED_TOKEN, Value.of(hash(token)))
                .flatMap(login -> tx.triples().of(app.id(), login, user.id()).stream()
                        .map(triple -> triple.value().probe())
                        .filter(UUID.class::isInstance)
                        .map(UUID.class::cast)
                        .findFirst());
    }

    void removeToken(UUID token) {
        having(TOKENS, HASHED_TOKEN, Value.of(hash(token))).ifPresent(login -> remove(login, TOKENS));
    }

    void removeTokens(UUID user) {
        tx.triples()
                .having(app.id(), schema.system(TOKENS, USER).id(), Value.link(user))
                .forEach(login -> remove(login.entity(), TOKENS));
    }

    /** Returns a code that is good for one sign-in; that of a test user does not change. */
    String addCode(String email, Secrets secrets, IdSource ids) {
        Optional<TestUser> test = tx.testUsers().byEmail(app.id(), email);
        if (test.isPresent()) {
            return test.get().code();
        }
        String code = secrets.code();
        UUID kept = add(CODES, ids);
        put(kept, CODES, HASHED_CODE, Value.of(Secrets.hash(code)));
        put(kept, CODES, EMAIL, Value.of(email));
        return code;
    }

    /**
     * Takes a code back.
     *
     * @throws Refusal if it was not given to that address, or too long ago
     */
    void useCode(String email, String code) {
        boolean isOfTestUser = tx.testUsers()
                .byEmail(app.id(), email)
                .filter(user -> user.code().equals(code))
                .isPresent();
        if (!isOfTestUser) {
            Triple kept = code(email, code)
                    .orElseThrow(() -> Refusal.recordNotFound(
                            CODE_RECORD, new JsonObject().put("args", new JsonArray().add(argument(email, code)))));
            remove(kept.entity(), CODES);
            if (tx.now() - kept.createdAt() > life().toMillis()) {
                throw Refusal.recordExpired(CODE_RECORD);
            }
        }
    }

    private JsonObject argument(String email, String code) {
        return new JsonObject()
                .put("app-id", app.id().toString())
                .put(EMAIL, email)
                .put("code", code);
    }

    private Duration life() {
        Long minutes = app.magicCodeExpiryMinutes();
        return minutes == null ? USUAL_LIFE : Duration.ofMinutes(minutes);
    }

    private Optional<Triple> code(String email, String code) {
        List<UUID> ofAddress = tx
                .triples()
                .having(app.id(), schema.system(CODES, EMAIL).id(), Value.of(email))
                .stream()
                .map(Triple::entity)
                .toList();
        Value hash = Value.of(Secrets.hash(code));
        return tx.triples().having(app.id(), schema.system(CODES, HASHED_CODE).id(), hash).stream()
                .filter(kept -> ofAddress.contains(kept.entity()))
                .findFirst();
    }

    private Optional<UUID> having(String etype, String label, Value value) {
        return tx.triples().having(app.id(), schema.system(etype, label).id(), value).stream()
                .map(Triple::entity)
                .findFirst();
    }

    private UUID add(String etype, IdSource ids) {
        UUID id = ids.next();
        put(id, etype, "id", Value.of(id.toString()));
        return id;
    }

    private void put(UUID entity, String etype, String label, Value value) {
        tx.triples()
                .add(app.id(), new Triple(entity, schema.system(etype, label).id(), value, tx.now()));
    }

    private void remove(UUID entity, String etype) {
        schema.attrsOf(etype).forEach(attr -> tx.triples().remove(app.id(), entity, attr.id()));
    }

    private static String hash(UUID token) {
        return Secrets.hash(token.toString());
    }
}
