package dev.instant4j.local.service;

import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.UserRow;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ready users, for tests and scripts that log in without a mail. */
public final class UserService {
    private final Store store;
    private final Accounts accounts;

    UserService(Store store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /**
     * A user with fresh tokens.
     *
     * @param personalToken a secret
     * @param login a secret
     */
    public record Ready(UUID id, String email, String personalToken, UUID login) {
        @Override
        public String toString() {
            return "Ready[" + email + "]";
        }
    }

    /** Tells whether anyone has an account. */
    public Future<Boolean> exist() {
        return store.read(tx -> tx.users().exist());
    }

    /** Returns a user of that address, who is made if there is none, with new tokens. */
    public Future<Ready> ready(String email) {
        return store.write(tx -> {
            UserRow user = accounts.of(tx, email);
            String personalToken = accounts.personalToken(tx, user, "local").secret();
            return new Ready(user.id(), user.email(), personalToken, accounts.login(tx, user));
        });
    }

    /** Returns a new token of platform OAuth for the user of an address. */
    public Future<String> platformToken(String email, List<Scope> scopes) {
        String words = scopes.stream().map(Scope::word).collect(Collectors.joining(" "));
        return store.write(tx -> accounts.platformToken(tx, accounts.of(tx, email), words));
    }
}
