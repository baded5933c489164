package dev.instant4j.local.service;

import dev.instant4j.local.store.GrantStore.Code;
import dev.instant4j.local.store.GrantStore.RefreshToken;
import dev.instant4j.local.store.GrantStore.Request;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserStore.PlatformToken;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens of platform OAuth: hands them out, tells of them, takes them back. Futures fail with {@link Refusal}. */
public final class PlatformTokenService {
    private static final String PARAMETER = "access_token";
    private static final String CODE = "oauth-code";
    private static final String CLIENT_ID = "client_id";
    private static final String CLIENT_SECRET = "client_secret";
    private static final String BY_CODE = "authorization_code";
    private static final int REFRESH_TOKENS_KEPT = 5;
    private static final String NO_PROOF = "You must provide the client_secret from a secure server or use the"
            + " client-side PKCE flow to exchange the OAuth code for a token.";

    private final Store store;
    private final Accounts accounts;
    private final Secrets secrets;

    PlatformTokenService(Store store, Accounts accounts, Secrets secrets) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = secrets;
    }

    /** Hands out tokens for a code or a refresh token. A code is used up even if it is refused. */
    public Future<JsonObject> issue(Params params) {
        Params body = params.unplaced();
        String grantType = body.text("grant_type");
        UUID client = body.uuid(CLIENT_ID);
        boolean isConfidential = body.optionalText(CLIENT_SECRET).isPresent();
        if (grantType.equals(BY_CODE)) {
            return store.write(tx -> taken(tx, client, body))
                    .compose(code ->
                            store.write(tx -> isConfidential ? bySecret(tx, code, body) : byProof(tx, code, body)));
        }
        if (!isConfidential) {
            throw unrecognized(grantType, " only `authorization_code` is allowed for the PKCE flow.");
        }
        return store.write(tx -> {
            mustBeClient(tx, client, body);
            if (!grantType.equals("refresh_token")) {
                throw unrecognized(grantType, ", expected either `authorization_code` or `refresh_token`");
            }
            return refreshed(tx, client, body.text("refresh_token"));
        });
    }

    private static Code taken(Tx tx, UUID client, Params body) {
        if (body.optionalText(CLIENT_SECRET).isPresent()) {
            mustBeClient(tx, client, body);
        }
        body.text("redirect_uri");
        UUID code = body.uuid("code");
        return tx.grants()
                .takeCode(Secrets.hash(code.toString()))
                .orElseThrow(() -> Refusal.recordNotFound(CODE, new JsonObject()));
    }

    private static void mustBeClient(Tx tx, UUID client, Params body) {
        if (!tx.oauthApps().isSecretOf(client, Secrets.hash(body.text(CLIENT_SECRET)))) {
            throw Refusal.recordNotFound("oauth-app-client", "client-id", client.toString());
        }
    }

    private JsonObject bySecret(Tx tx, Code code, Params body) {
        mustBeFor(tx, code, body);
        Request request = code.request();
        String refresh = secrets.token(Secrets.REFRESH);
        String hash = Secrets.hash(refresh);
        tx.grants().addRefreshToken(hash, new RefreshToken(request.client(), code.user(), request.scopes()), tx.now());
        tx.grants().keepNewest(REFRESH_TOKENS_KEPT, request.client(), code.user());
        String access = accounts.platformToken(tx, code.user(), request.scopes(), request.client(), hash);
        return issued(access).put("refresh_token", refresh).put("scopes", request.scopes());
    }

    private JsonObject byProof(Tx tx, Code code, Params body) {
        mustBeFor(tx, code, body);
        Request request = code.request();
        @Nullable String challenge = request.challenge();
        @Nullable String method = request.challengeMethod();
        if (challenge == null || method == null) {
            throw Refusal.of("param-missing", NO_PROOF, null);
        }
        if (!Pkce.isProof(body.text("code_verifier"), challenge, method)) {
            throw Refusal.invalid(CODE, null, "The code_challenge and code_verifier do not match.");
        }
        String access = accounts.platformToken(tx, code.user(), request.scopes(), request.client(), null);
        return issued(access).put("scopes", request.scopes());
    }

    private static void mustBeFor(Tx tx, Code code, Params body) {
        if (tx.now() >= code.createdAt() + AuthorizationService.LIFETIME.toMillis()) {
            throw Refusal.recordExpired(CODE);
        }
        mustEqual(
                code.request().client().toString(),
                CLIENT_ID,
                body.uuid(CLIENT_ID).toString());
        mustEqual(code.request().redirectUri(), "redirect_uri", body.text("redirect_uri"));
    }

    private static void mustEqual(String expected, String name, String given) {
        if (!given.equals(expected)) {
            throw Refusal.of("param-malformed", "Invalid " + name + " parameter", new JsonObject().put("input", given));
        }
    }

    private JsonObject refreshed(Tx tx, UUID client, String token) {
        String hash = Secrets.hash(token);
        RefreshToken refresh = tx.grants()
                .refreshToken(hash)
                .filter(found -> found.client().equals(client))
                .orElseThrow(() -> Refusal.recordNotFound("oauth-refresh-token", new JsonObject()));
        String access = accounts.platformToken(tx, refresh.user(), refresh.scopes(), client, hash);
        return issued(access).put("scope", refresh.scopes());
    }

    private static JsonObject issued(String access) {
        return new JsonObject()
                .put(PARAMETER, access)
                .put("expires_in", Accounts.PLATFORM_TOKEN_LIFETIME.toSeconds())
                .put("token_type", "Bearer");
    }

    private static Refusal unrecognized(String grantType, String rest) {
        return Refusal.of(
                "param-malformed",
                "Unrecognized `grant_type` parameter" + rest,
                new JsonObject().put("input", grantType));
    }

    /** Makes a token worthless; with a refresh token the access tokens made from it too. Unknown ones are no error. */
    public Future<JsonObject> revoke(Params params) {
        String token = params.text("token");
        String hash = Secrets.hash(token);
        if (token.startsWith(Secrets.REFRESH)) {
            return store.write(tx -> {
                tx.grants().removeRefreshToken(hash);
                return new JsonObject();
            });
        }
        if (token.startsWith(Secrets.PLATFORM)) {
            return store.write(tx -> {
                tx.users().removePlatformToken(hash);
                return new JsonObject();
            });
        }
        throw Refusal.of("param-malformed", "Token is not a access token or a refresh token.", null);
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
