package dev.instant4j.local.service;

import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.local.store.UserStore.PersonalToken;
import dev.instant4j.local.store.UserStore.PlatformToken;
import dev.instant4j.model.IdSource;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes accounts and what is logged in with. */
final class Accounts {
    static final Duration PLATFORM_TOKEN_LIFETIME = Duration.ofDays(14);

    private final IdSource ids;
    private final Secrets secrets;

    Accounts(IdSource ids, Secrets secrets) {
        this.ids = ids;
        this.secrets = secrets;
    }

    /** Returns the account of an address, which is made if there is none. */
    UserRow of(Tx tx, String email) {
        return tx.users().byEmail(email).orElseGet(() -> {
            UserRow user = new UserRow(ids.next(), email, tx.now());
            tx.users().add(user);
            return user;
        });
    }

    /** Returns a token that its bearer is logged in with. */
    UUID login(Tx tx, UserRow user) {
        UUID token = ids.next();
        tx.users().addLogin(Secrets.hash(token.toString()), user.id(), tx.now());
        return token;
    }

    /** A personal access token with its secret, which is not kept. */
    record NewPersonalToken(PersonalToken token, String secret) {
        @Override
        public String toString() {
            return "NewPersonalToken[" + token.id() + "]";
        }
    }

    NewPersonalToken personalToken(Tx tx, UserRow user, String name) {
        PersonalToken token = new PersonalToken(ids.next(), user.id(), name, tx.now());
        String secret = secrets.token(Secrets.PERSONAL);
        tx.users().addPersonalToken(token, Secrets.hash(secret));
        return new NewPersonalToken(token, secret);
    }

    /** Returns a platform token of a user with those scopes, separated by spaces, for no program. */
    String platformToken(Tx tx, UserRow user, String scopes) {
        return platformToken(tx, user.id(), scopes, null, null);
    }

    /** Returns a platform token that lets a program act for a user. */
    String platformToken(Tx tx, UUID user, String scopes, @Nullable UUID client, @Nullable String refreshHash) {
        String secret = secrets.token(Secrets.PLATFORM);
        long expiresAt = tx.now() + PLATFORM_TOKEN_LIFETIME.toMillis();
        PlatformToken token = new PlatformToken(user, scopes, expiresAt, client, refreshHash);
        tx.users().addPlatformToken(token, Secrets.hash(secret), tx.now());
        return secret;
    }

    /** Returns what a browser is signed in with. */
    String session(Tx tx, UserRow user) {
        String secret = secrets.token("");
        tx.sessions().add(Secrets.hash(secret), user.id(), tx.now());
        return secret;
    }
}
