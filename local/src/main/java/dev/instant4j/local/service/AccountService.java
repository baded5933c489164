package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Accounts: login with a mailed code, and what a user has. Futures fail with {@link Refusal}. */
public final class AccountService {
    private final Store store;
    private final Identity identity;
    private final Accounts accounts;
    private final AppDetails details;
    private final MagicCodes codes;

    AccountService(Store store, Identity identity, Accounts accounts, AppDetails details, MagicCodes codes) {
        this.store = store;
        this.identity = identity;
        this.accounts = accounts;
        this.details = details;
        this.codes = codes;
    }

    /** Mails a code to the body's address, which gets an account if it has none. */
    public Future<JsonObject> sendMagicCode(Params body) {
        return codes.send(body).map(user -> new JsonObject().put("sent", true));
    }

    /** Logs in with a mailed code. */
    public Future<JsonObject> verifyMagicCode(Params body) {
        return codes.verify(
                body,
                (tx, user) -> new JsonObject()
                        .put("token", accounts.login(tx, user).toString())
                        .put("user", userJson(user)));
    }

    /** Signs a browser in with a mailed code. */
    public Future<Credential.Session> signIn(Params body) {
        return codes.verify(body, (tx, user) -> new Credential.Session(accounts.session(tx, user)));
    }

    /** Makes the login that the caller comes with worthless. */
    public Future<JsonObject> signOut(Credential credential) {
        return store.write(tx -> {
            identity.loggedIn(tx, credential);
            if (credential instanceof Credential.Uuid login) {
                tx.users().removeLogin(Secrets.hash(login.token().toString()));
            }
            if (credential instanceof Credential.Session session) {
                tx.sessions().remove(Secrets.hash(session.secret()));
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
}
