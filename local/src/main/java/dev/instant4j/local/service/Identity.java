package dev.instant4j.local.service;

import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.local.store.UserStore.PlatformToken;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Finds out who a credential belongs to. */
final class Identity {
    static final Duration SESSION_LIFETIME = Duration.ofDays(14);
    private static final String USER = "instant-user";

    /** Returns the user of a login, a personal access token or a platform token with that scope. */
    UserRow any(Tx tx, Credential credential, Scope scope) {
        return credential instanceof Credential.Uuid ? loggedIn(tx, credential) : ofApi(tx, credential, scope);
    }

    /** Returns the user of a personal access token or a platform token with that scope; nothing else counts. */
    UserRow ofApi(Tx tx, Credential credential, Scope scope) {
        if (credential instanceof Credential.Platform platform) {
            return ofPlatform(tx, platform, scope);
        }
        if (credential instanceof Credential.Personal personal) {
            return tx.users().byPersonalToken(Secrets.hash(personal.token())).orElseThrow(Identity::unknown);
        }
        throw unknown();
    }

    /** Returns the user of a login, or of a browser; nothing else counts. */
    UserRow loggedIn(Tx tx, Credential credential) {
        if (credential instanceof Credential.Session session) {
            return tx.sessions()
                    .user(Secrets.hash(session.secret()), tx.now() - SESSION_LIFETIME.toMillis())
                    .flatMap(user -> tx.users().byId(user))
                    .orElseThrow(Refusal::unknownUser);
        }
        if (credential instanceof Credential.Uuid login) {
            return tx.users().byLogin(Secrets.hash(login.token().toString())).orElseThrow(Refusal::unknownUser);
        }
        throw unknown();
    }

    private static UserRow ofPlatform(Tx tx, Credential.Platform credential, Scope scope) {
        PlatformToken token = living(tx, credential.token());
        if (!scope.isIn(token.scopes())) {
            throw Refusal.missingScope(scope.word());
        }
        return tx.users().byId(token.user()).orElseThrow(Identity::unknown);
    }

    /** Returns a platform token that is still good. */
    static PlatformToken living(Tx tx, String secret) {
        PlatformToken token = tx.users()
                .platformToken(Secrets.hash(secret))
                .orElseThrow(() -> Refusal.recordNotFound("oauth-access-token", new JsonObject()));
        if (token.expiresAt() <= tx.now()) {
            throw Refusal.recordExpired("oauth-access-token");
        }
        return token;
    }

    private static Refusal unknown() {
        return Refusal.recordNotFound(USER, new JsonObject());
    }
}
