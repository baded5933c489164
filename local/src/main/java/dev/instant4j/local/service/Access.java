package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Tx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** Decides who may do what with an app. */
final class Access {
    private static final String WRONG_TOKEN =
            "This admin token may be expired or invalid." + " Or you may have provided an incorrect app ID.";

    /** Returns the app that {@code credential} may manage. */
    AppRow managed(Tx tx, UUID appId, Credential credential) {
        if (credential instanceof Credential.Personal) {
            throw Refusal.recordNotFound("instant-user", new JsonObject());
        }
        if (credential instanceof Credential.Platform) {
            throw Refusal.recordNotFound("oauth-access-token", new JsonObject());
        }
        AppRow app = byAdminToken(tx, (Credential.Uuid) credential);
        if (!app.id().equals(appId)) {
            throw Refusal.of(
                    "validation-failed",
                    "Validation failed for admin-token",
                    new JsonObject().put("reason", "admin-token-mismatch"));
        }
        return app;
    }

    private static AppRow byAdminToken(Tx tx, Credential.Uuid credential) {
        return tx.apps().byAdminToken(credential.token()).orElseThrow(Refusal::unknownUser);
    }

    /** Returns the app whose data {@code credential} may read and write past all rules. */
    AppRow administered(Tx tx, UUID appId, Credential credential) {
        if (credential instanceof Credential.Uuid admin) {
            return tx.apps()
                    .byAdminToken(admin.token())
                    .filter(app -> app.id().equals(appId))
                    .orElseThrow(() -> wrongToken(appId, admin.token().toString()));
        }
        throw wrongToken(appId, credential.toString());
    }

    /** Tells the caller which token it was that it sent, as the real platform does. */
    private static Refusal wrongToken(UUID appId, String token) {
        JsonObject argument = new JsonObject().put("app-id", appId.toString()).put("token", token);
        return Refusal.recordNotFound(
                "app-admin-token",
                new JsonObject().put("args", new JsonArray().add(argument)).put("message", WRONG_TOKEN));
    }
}
