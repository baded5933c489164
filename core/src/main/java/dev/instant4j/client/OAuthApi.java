package dev.instant4j.client;

import dev.instant4j.auth.OAuthClient;
import dev.instant4j.auth.OAuthTokens;
import dev.instant4j.auth.Pkce;
import dev.instant4j.auth.Scope;
import dev.instant4j.auth.TokenInfo;
import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.OAuthCalls;
import dev.instant4j.client.internal.Paths;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.Token;
import dev.instant4j.wire.OAuthJson;
import dev.instant4j.wire.Words;
import io.vertx.core.Future;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Letting users authorize a program to act for them. Everything is sent as nobody. */
public final class OAuthApi {
    private static final String BASE = "/platform/oauth";

    private final URI platform;
    private final Requests requests;
    private final InstantSource clock;

    OAuthApi(URI platform, Requests requests, InstantSource clock) {
        this.platform = platform;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Returns where to send the user's browser ({@code GET /platform/oauth/start}). It comes back to the client's redirect
     * URI with {@code code} and {@code state}, or with {@code error} and {@code state}.
     *
     * @param scopes at least one
     * @param state comes back as it is; compare it with what was sent, or anyone can send users
     * @throws IllegalArgumentException if there are no scopes, or {@code state} is blank
     */
    public URI authorizeUrl(OAuthClient client, Set<Scope> scopes, String state, Pkce pkce) {
        if (scopes.isEmpty() || state.isBlank()) {
            throw new IllegalArgumentException("Users can authorize nothing without a scope and a state.");
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", client.id().toString());
        query.put("redirect_uri", client.redirectUri().toString());
        query.put("response_type", "code");
        query.put("scope", new TreeSet<>(scopes).stream().map(Words::of).collect(joining(" ")));
        query.put("state", state);
        query.put("code_challenge", pkce.challenge());
        query.put("code_challenge_method", "S256");
        return URI.create(platform + Paths.query(BASE + "/start", query));
    }

    /**
     * Turns the code that the browser brought back into tokens ({@code POST /platform/oauth/token}). Sent once: a code is
     * good for one attempt. A client with a secret proves itself by that, one without by PKCE.
     *
     * @param pkce what the authorize URL was made with
     * @return the tokens; with one for renewal if the client has a secret
     */
    public Future<OAuthTokens> exchange(OAuthClient client, Token code, Pkce pkce) {
        @Nullable String verifier = client.secret().isPresent() ? null : pkce.verifier();
        return requests.send(() -> OAuthCalls.exchange(client, code, verifier))
                .map(answer -> OAuthJson.tokens(answer, clock.instant()));
    }

    /**
     * Gets another access token ({@code POST /platform/oauth/token}). Safe to repeat; those handed out before stay good
     * until they end. Clients with {@link dev.instant4j.auth.Credentials.Renewable} do this by themselves.
     */
    public Future<OAuthTokens> refresh(OAuthClient client, Token refresh) {
        return requests.send(() -> OAuthCalls.refresh(client, refresh))
                .map(answer -> OAuthJson.tokens(answer, clock.instant()));
    }

    /**
     * Makes a token worthless; with a refresh token all access tokens made from it too
     * ({@code POST /platform/oauth/revoke}). Safe to repeat; unknown tokens are no failure.
     */
    public Future<Void> revoke(Token token) {
        return requests.send(() -> Call.post("revoke a token", BASE + "/revoke")
                        .form("token", token.reveal())
                        .secret(token)
                        .anonymous()
                        .repeatable())
                .mapEmpty();
    }

    /**
     * Reads what an access token is good for ({@code GET /platform/oauth/token-info}). The endpoint takes the token in its
     * URL only, so that it may get into logs of the platform's side; it does not on this one.
     */
    public Future<TokenInfo> tokenInfo(Token access) {
        String path = Paths.query(BASE + "/token-info", "access_token", access.reveal());
        return requests.send(() -> Call.get("read what a token is good for", path)
                        .secret(access)
                        .anonymous())
                .map(answer -> new TokenInfo(OAuthJson.expiry(answer, clock.instant()), OAuthJson.scopes(answer)));
    }
}
