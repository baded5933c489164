package dev.instant4j.local.service;

import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.local.store.UserStore.PersonalToken;
import dev.instant4j.local.store.UserStore.PlatformToken;
import dev.instant4j.model.IdSource;
import java.time.Duration;
import java.util.UUID;

/** Makes accounts and what is logged in with. */
final class Accounts {
    private static final Duration PLATFORM_TOKEN_LIFETIME = Duration.ofDays(14);

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

    /** Returns a platform token of a user with those scopes, separated by spaces. */
    String platformToken(Tx tx, UserRow user, String scopes) {
        String secret = secrets.token(Secrets.PLATFORM);
        long expiresAt = tx.now() + PLATFORM_TOKEN_LIFETIME.toMillis();
        tx.users().addPlatformToken(new PlatformToken(user.id(), scopes, expiresAt), Secrets.hash(secret), tx.now());
        return secret;
    }
}
