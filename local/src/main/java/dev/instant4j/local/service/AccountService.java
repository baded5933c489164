package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.local.store.UserStore.MagicCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Accounts: login with a mailed code, and what a user has. Futures fail with {@link Refusal}. */
public final class AccountService {
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(11);
    private static final String CODE = "instant-user-magic-code";

    private final Store store;
    private final Identity identity;
    private final Accounts accounts;
    private final AppDetails details;
    private final Secrets secrets;
    private final Mailbox mailbox;

    AccountService(
            Store store, Identity identity, Accounts accounts, AppDetails details, Secrets secrets, Mailbox mailbox) {
        this.store = store;
        this.identity = identity;
        this.accounts = accounts;
        this.details = details;
        this.secrets = secrets;
        this.mailbox = mailbox;
    }

    /** Mails a code to the body's address, which gets an account if it has none. */
    public Future<JsonObject> sendMagicCode(Params body) {
        String code = secrets.code();
        return store.write(tx -> {
                    UserRow user = accounts.of(tx, body.email("email"));
                    tx.users().setMagicCode(user.email(), new MagicCode(hash(user.email(), code), tx.now()));
                    return user;
                })
                .onSuccess(user -> mailbox.magicCode(user.email(), code))
                .map(user -> new JsonObject().put("sent", true));
    }

    /** Logs in with a mailed code. */
    public Future<JsonObject> verifyMagicCode(Params body) {
        return store.write(tx -> {
            String email = body.email("email");
            String code = body.text("code");
            MagicCode stored = tx.users()
                    .magicCode(email)
                    .filter(found -> found.hash().equals(hash(email, code)))
                    .orElseThrow(() -> Refusal.recordNotFoundBy(
                            CODE, new JsonObject().put("email", email).put("code", code)));
            tx.users().removeMagicCode(email);
            if (tx.now() - stored.createdAt() >= CODE_LIFETIME.toMillis()) {
                throw Refusal.recordExpired(CODE);
            }
            UserRow user = accounts.of(tx, email);
            return new JsonObject()
                    .put("token", accounts.login(tx, user).toString())
                    .put("user", userJson(user));
        });
    }

    /** Makes the login that the caller comes with worthless. */
    public Future<JsonObject> signOut(Credential credential) {
        return store.write(tx -> {
            identity.loggedIn(tx, credential);
            if (credential instanceof Credential.Uuid login) {
                tx.users().removeLogin(Secrets.hash(login.token().toString()));
            }
            return new JsonObject();
        });
    }

    /** Returns who the caller is. */
    public Future<JsonObject> me(Credential credential) {
        return store.read(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            return new JsonObject().put("user", userJson(user).put("google_sub", null));
        });
    }

    /** Returns all that the caller has: apps, orgs, invites. */
    public Future<JsonObject> dashboard(Credential credential) {
        return store.read(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            List<JsonObject> apps = apps(tx, user.id())
                    .map(app -> details.effective(tx, app, user))
                    .toList();
            List<JsonObject> invites = Invites.openTo(tx, user).stream()
                    .map(invite -> Invites.received(tx, invite))
                    .toList();
            return new JsonObject()
                    .put("apps", new JsonArray(apps))
                    .put("orgs", OrgService.orgs(tx, user))
                    .put("invites", new JsonArray(invites))
                    .put("profile", null)
                    .put(
                            "user",
                            new JsonObject().put("id", user.id().toString()).put("email", user.email()))
                    .put("superuser", false)
                    .put("sunset", sunset());
        });
    }

    /** Apps of orgs are shown with their orgs. */
    private static Stream<AppRow> apps(Tx tx, UUID user) {
        Stream<AppRow> others =
                tx.apps().withMember(user, Role.OWNER.word()).stream().filter(app -> app.orgId() == null);
        return Stream.concat(tx.apps().createdBy(user).stream(), others).distinct();
    }

    private static JsonObject sunset() {
        return new JsonObject()
                .put("stage", "none")
                .put("app-creation-allowed", true)
                .put("billing-closed", false)
                .put("paid-features-free", false);
    }

    private static JsonObject userJson(UserRow user) {
        return new JsonObject()
                .put("id", user.id().toString())
                .put("email", user.email())
                .put("created_at", AttrJson.time(user.createdAt()));
    }

    private static String hash(String email, String code) {
        return Secrets.hash(email + " " + code);
    }
}
