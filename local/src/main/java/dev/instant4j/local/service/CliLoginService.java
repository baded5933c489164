package dev.instant4j.local.service;

import dev.instant4j.local.store.CliLoginStore.CliLogin;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Logins of a command line, which someone in a browser accepts. Futures fail with {@link Refusal}. */
public final class CliLoginService {
    private static final Duration LIFETIME = Duration.ofMinutes(3);
    private static final String RECORD = "instant-cli-login";
    private static final String WAITING = "waiting";
    private static final String ACCEPTED = "accepted";
    private static final String DENIED = "denied";
    private static final String USED = "used";

    private final Store store;
    private final Identity identity;
    private final Accounts accounts;
    private final IdSource ids;

    CliLoginService(Store store, Identity identity, Accounts accounts, IdSource ids) {
        this.store = store;
        this.identity = identity;
        this.accounts = accounts;
        this.ids = ids;
    }

    /** Begins a login: the secret is for the command line, the ticket for the browser. */
    public Future<JsonObject> register() {
        return store.write(tx -> {
            UUID secret = ids.next();
            UUID ticket = ids.next();
            tx.cliLogins()
                    .add(new CliLogin(ids.next(), ticket, null, WAITING, tx.now()), Secrets.hash(secret.toString()));
            return new JsonObject().put("secret", secret.toString()).put("ticket", ticket.toString());
        });
    }

    /** Returns a token once someone has accepted; each login gives one only. */
    public Future<JsonObject> check(Params body) {
        return store.write(tx -> {
            UUID secret = body.uuid("secret");
            CliLogin login = tx.cliLogins()
                    .bySecret(Secrets.hash(secret.toString()))
                    .orElseThrow(() -> Refusal.recordNotFound(RECORD, "secret", secret.toString()));
            mustBeAccepted(tx, login);
            UserRow user =
                    tx.users().byId(Objects.requireNonNull(login.userId())).orElseThrow();
            tx.cliLogins().setState(login.id(), USED);
            return new JsonObject()
                    .put("token", accounts.login(tx, user).toString())
                    .put("email", user.email());
        });
    }

    private static void mustBeAccepted(Tx tx, CliLogin login) {
        if (tx.now() - login.createdAt() >= LIFETIME.toMillis()) {
            throw Refusal.recordExpired(RECORD);
        }
        String ticket = login.ticket().toString();
        switch (login.state()) {
            case WAITING -> throw refusal(ticket, "waiting-for-user", "Waiting for a user to accept this request");
            case DENIED -> throw refusal(ticket, "user-voided-request", "This request has been denied");
            case USED -> throw refusal("id", "user-already-claimed", "This request has already been claimed");
            default -> {}
        }
    }

    private static Refusal refusal(String input, String issue, String message) {
        return Refusal.invalid(
                RECORD, input, List.of(new JsonObject().put("issue", issue).put("message", message)));
    }

    /** Tells whether a ticket is one of a login that waits for someone to accept or deny it. */
    public Future<Boolean> isWaiting(String ticket) {
        return store.read(tx -> Params.uuidIn(ticket)
                .flatMap(tx.cliLogins()::byTicket)
                .filter(login -> login.state().equals(WAITING))
                .filter(login -> tx.now() - login.createdAt() < LIFETIME.toMillis())
                .isPresent());
    }

    /** Accepts the body's ticket in the name of the caller. */
    public Future<JsonObject> claim(Credential credential, Params body) {
        return decide(credential, body, ACCEPTED).map(ticket -> new JsonObject().put("ticket", ticket.toString()));
    }

    /** Denies the body's ticket. */
    public Future<JsonObject> deny(Credential credential, Params body) {
        return decide(credential, body, DENIED).map(ticket -> new JsonObject());
    }

    private Future<UUID> decide(Credential credential, Params body, String state) {
        return store.write(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            UUID ticket = body.uuid("ticket");
            tx.cliLogins().decide(ticket, user.id(), state);
            return ticket;
        });
    }
}
