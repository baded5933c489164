package dev.instant4j.local.service;

import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.local.store.UserStore.MagicCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.BiFunction;

/** Codes that are mailed to log in with: one at a time for an address, and so many an hour. */
final class MagicCodes {
    private static final Duration LIFETIME = Duration.ofMinutes(11);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int ATTEMPTS = 20;
    private static final String CODE = "instant-user-magic-code";

    private final Store store;
    private final Accounts accounts;
    private final Secrets secrets;
    private final Mailbox mailbox;

    MagicCodes(Store store, Accounts accounts, Secrets secrets, Mailbox mailbox) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = secrets;
        this.mailbox = mailbox;
    }

    /** Mails a code to the body's address, which gets an account if it has none. */
    Future<UserRow> send(Params body) {
        String code = secrets.code();
        return store.write(tx -> {
                    String email = counted(tx, body, "send");
                    UserRow user = accounts.of(tx, email);
                    tx.users().setMagicCode(email, new MagicCode(hash(email, code), tx.now()));
                    return user;
                })
                .onSuccess(user -> mailbox.magicCode(user.email(), code));
    }

    /** Takes the body's code and returns what {@code then} makes of its user. A code that is wrong counts too. */
    <T> Future<T> verify(Params body, BiFunction<Tx, UserRow, T> then) {
        return store.write(tx -> counted(tx, body, "verify"))
                .compose(email -> store.write(tx -> then.apply(tx, verified(tx, email, body.text("code")))));
    }

    private static String counted(Tx tx, Params body, String kind) {
        String email = body.email("email");
        if (tx.sessions().attempts(email, kind, tx.now() - WINDOW.toMillis()) >= ATTEMPTS) {
            throw Refusal.tooManyCodes();
        }
        tx.sessions().addAttempt(email, kind, tx.now());
        return email;
    }

    private UserRow verified(Tx tx, String email, String code) {
        MagicCode stored = tx.users()
                .magicCode(email)
                .filter(found -> Secrets.isHashOf(found.hash(), secret(email, code)))
                .orElseThrow(() -> Refusal.recordNotFoundBy(
                        CODE, new JsonObject().put("email", email).put("code", code)));
        if (tx.now() - stored.createdAt() >= LIFETIME.toMillis()) {
            throw Refusal.recordExpired(CODE);
        }
        tx.users().removeMagicCode(email);
        return accounts.of(tx, email);
    }

    private static String hash(String email, String code) {
        return Secrets.hash(secret(email, code));
    }

    private static String secret(String email, String code) {
        return email + " " + code;
    }
}
