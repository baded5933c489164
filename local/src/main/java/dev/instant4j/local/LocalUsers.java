package dev.instant4j.local;

import dev.instant4j.local.service.Scope;
import dev.instant4j.local.service.UserService;
import dev.instant4j.model.Token;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes users of an embedded platform who need no mail to log in: for tests and scripts. */
public final class LocalUsers {
    private static final String DOMAIN = "@local.test";
    private static final Map<String, List<Scope>> SCOPES = new TreeMap<>(Map.of(
            "all",
            List.of(Scope.values()),
            "apps_rw",
            List.of(Scope.APPS_READ, Scope.APPS_WRITE),
            "apps_read",
            List.of(Scope.APPS_READ),
            "data_rw",
            List.of(Scope.DATA_READ, Scope.DATA_WRITE)));

    private final Vertx vertx;
    private final UserService users;

    LocalUsers(Vertx vertx, UserService users) {
        this.vertx = vertx;
        this.users = users;
    }

    /** Tells whether anyone has an account yet. */
    public Future<Boolean> exist() {
        return users.exist();
    }

    /** Returns the user of an address, who is made if there is none, with new tokens; older ones stay good. */
    public Future<LocalUser> user(String email) {
        return users.ready(email.toLowerCase(Locale.ROOT))
                .map(ready -> new LocalUser(
                        ready.id(),
                        ready.email(),
                        Token.of(ready.personalToken()),
                        Token.of(ready.login().toString())));
    }

    /**
     * Makes three users, {@code me}, {@code other} and {@code collab}, and platform tokens of the first by scopes, and
     * returns them with all secrets in the form of a tokens file: {@code {"users": {"me": {"email", "id", "pat",
     * "refresh_token"}, ...}, "oauth": {"tokens": {"all": {"access_token"}, ...}}}}.
     */
    public Future<JsonObject> credentials() {
        JsonObject made = new JsonObject();
        Future<Void> done = Future.succeededFuture();
        for (String name : List.of("me", "other", "collab")) {
            done = done.compose(before -> user(name + DOMAIN))
                    .onSuccess(user -> made.put(name, json(user)))
                    .mapEmpty();
        }
        return done.compose(before -> platformTokens())
                .map(tokens ->
                        new JsonObject().put("users", made).put("oauth", new JsonObject().put("tokens", tokens)));
    }

    /**
     * Writes fresh {@link #credentials} to a file that its owner alone can read; what was there is replaced at once.
     *
     * @return fails with {@link java.io.UncheckedIOException} if the file can't be written
     */
    public Future<Void> writeCredentials(Path file) {
        return credentials()
                .compose(made -> vertx.executeBlocking(() -> {
                    write(file.toAbsolutePath(), made.encodePrettily() + "\n");
                    return null;
                }));
    }

    private static void write(Path file, String text) {
        try {
            Path directory = file.getParent();
            if (directory == null || !Files.isDirectory(directory)) {
                throw new NoSuchFileException(String.valueOf(directory), null, "is no directory");
            }
            Path written = Files.createTempFile(directory, "tokens", ".json");
            try {
                Files.writeString(written, text);
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The tokens can't be written to " + file + ".", failure);
        }
    }

    private Future<JsonObject> platformTokens() {
        JsonObject made = new JsonObject();
        Future<Void> done = Future.succeededFuture();
        for (Map.Entry<String, List<Scope>> scopes : SCOPES.entrySet()) {
            done = done.compose(before -> users.platformToken("me" + DOMAIN, scopes.getValue()))
                    .onSuccess(token -> made.put(scopes.getKey(), new JsonObject().put("access_token", token)))
                    .mapEmpty();
        }
        return done.map(made);
    }

    private static JsonObject json(LocalUser user) {
        return new JsonObject()
                .put("email", user.email())
                .put("id", user.id().toString())
                .put("pat", user.personalToken().reveal())
                .put("refresh_token", user.loginToken().reveal());
    }
}
