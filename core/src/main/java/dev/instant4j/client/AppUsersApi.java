package dev.instant4j.client;

import dev.instant4j.admin.AppUser;
import dev.instant4j.admin.SignedInUser;
import dev.instant4j.admin.UserKey;
import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Paths;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import dev.instant4j.wire.AppUserJson;
import dev.instant4j.wire.JsonCursor;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The users of one app, and how they sign in. */
public final class AppUsersApi {
    private static final String REFRESH_TOKENS = "/admin/refresh_tokens";

    private final Requests requests;
    private final AppId app;

    AppUsersApi(Requests requests, AppId app) {
        this.requests = requests;
        this.app = app;
    }

    /** Reads a user, if there is such a one ({@code GET /admin/users}). */
    public Future<Optional<AppUser>> get(UserKey key) {
        return requests.send(() -> keyed(Call.get("read a user of app " + app, path(key)), key))
                .map(answer -> AppUserJson.found(answer, "user"));
    }

    /**
     * Deletes a user ({@code DELETE /admin/users}). Safe to repeat.
     *
     * @return who was deleted; empty if there was no such user, or if a lost answer had to be asked for again
     */
    public Future<Optional<AppUser>> delete(UserKey key) {
        return requests.send(() -> keyed(Call.delete("delete a user of app " + app, path(key)), key)
                        .repeatable())
                .map(answer -> AppUserJson.found(answer, "deleted"));
    }

    /**
     * Makes a token for a user, and the user if there is none of that address ({@code POST /admin/refresh_tokens}). Sent
     * once: when no answer arrives, there may be a token that nobody knows.
     */
    public Future<SignedInUser> createToken(UserKey key) {
        return post("make a token for a user", REFRESH_TOKENS, key).map(AppUserJson::signedIn);
    }

    /**
     * Like {@link #createToken(UserKey)}, and gives a user who has to be made some values of their own.
     *
     * @param values of attrs of {@code $users} that the schema has
     */
    public Future<SignedInUser> createToken(UserKey key, JsonObject values) {
        return requests.send(() -> keyed(Call.post("make a token for a user of app " + app, REFRESH_TOKENS), key)
                        .body(key(key).put("extra-fields", values)))
                .map(AppUserJson::signedIn);
    }

    /** Makes tokens worthless: all of a user, or the one given ({@code POST /admin/sign_out}). Sent once. */
    public Future<Void> signOut(UserKey key) {
        return post("sign a user out", "/admin/sign_out", key).mapEmpty();
    }

    /** Makes a code to sign in with, to be sent by the caller ({@code POST /admin/magic_code}). Sent once. */
    public Future<Token> createMagicCode(String email) {
        return requests.send(() -> about(Call.post("make a magic code of app " + app, "/admin/magic_code"))
                        .body(new JsonObject().put("email", email)))
                .map(answer -> answer.member("code").<Token>parsed("a code", Token::of));
    }

    /** Makes a code to sign in with and mails it ({@code POST /admin/send_magic_code}). Sent once. */
    public Future<Void> sendMagicCode(String email) {
        return requests.send(() -> about(Call.post("send a magic code of app " + app, "/admin/send_magic_code"))
                        .body(new JsonObject().put("email", email)))
                .mapEmpty();
    }

    /** Signs a user in by a code ({@code POST /admin/verify_magic_code}). Sent once: a code is good for one sign-in. */
    public Future<SignedInUser> verifyMagicCode(String email, Token code) {
        return requests.send(() -> about(Call.post("sign a user of app " + app + " in", "/admin/verify_magic_code"))
                        .body(new JsonObject().put("email", email).put("code", code.reveal()))
                        .secret(code))
                .map(AppUserJson::signedIn);
    }

    /** Makes a user without an address ({@code POST /admin/sign_in_guest}). Sent once. */
    public Future<SignedInUser> createGuest() {
        return requests.send(() -> about(Call.post("make a guest of app " + app, "/admin/sign_in_guest"))
                        .body(new JsonObject()))
                .map(AppUserJson::signedIn);
    }

    private Future<JsonCursor> post(String operation, String path, UserKey key) {
        return requests.send(
                () -> keyed(Call.post(operation + " of app " + app, path), key).body(key(key)));
    }

    private Call keyed(Call call, UserKey key) {
        return key.by() == UserKey.By.REFRESH_TOKEN ? about(call).secret(key.value()) : about(call);
    }

    private Call about(Call call) {
        return call.header("app-id", app.toString());
    }

    private static JsonObject key(UserKey key) {
        return new JsonObject().put(AppUserJson.name(key), key.value().reveal());
    }

    private static String path(UserKey key) {
        return Paths.query("/admin/users", AppUserJson.name(key), key.value().reveal());
    }
}
