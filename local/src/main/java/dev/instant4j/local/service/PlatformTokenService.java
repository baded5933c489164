package dev.instant4j.local.service;

import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.UserStore.PlatformToken;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Access tokens of platform OAuth. Futures fail with {@link Refusal}. */
public final class PlatformTokenService {
    private static final String PARAMETER = "access_token";

    private final Store store;

    PlatformTokenService(Store store) {
        this.store = store;
    }

    /** Returns what a token is good for, and for how long. */
    public Future<JsonObject> info(@Nullable String token) {
        if (token == null) {
            throw Refusal.paramMissing(PARAMETER);
        }
        if (token.isBlank()) {
            throw Refusal.paramMalformed(token, PARAMETER);
        }
        if (!token.startsWith(Secrets.PLATFORM)) {
            JsonObject error =
                    new JsonObject().put("message", "The access_token is not a valid platform OAuth access token.");
            throw Refusal.invalid(PARAMETER, new JsonObject(), List.of(error));
        }
        return store.read(tx -> {
            PlatformToken found = Identity.living(tx, token);
            return new JsonObject()
                    .put(
                            "expires_in",
                            Duration.ofMillis(found.expiresAt() - tx.now()).toSeconds())
                    .put("token_type", "Bearer")
                    .put("scopes", found.scopes());
        });
    }
}
