package dev.instant4j.wire;

import dev.instant4j.auth.OAuthClient;
import dev.instant4j.auth.OAuthTokens;
import dev.instant4j.auth.Scope;
import dev.instant4j.model.Token;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a platform hands out tokens to OAuth clients. */
public final class OAuthJson {

    private OAuthJson() {}

    /** Returns the request that turns a code into tokens. */
    public static JsonObject exchange(OAuthClient client, Token code, @Nullable String verifier) {
        JsonObject request = client("authorization_code", client)
                .put("code", code.reveal())
                .put("redirect_uri", client.redirectUri().toString());
        return verifier == null ? request : request.put("code_verifier", verifier);
    }

    /** Returns the request that gets another access token. */
    public static JsonObject refresh(OAuthClient client, Token refresh) {
        return client("refresh_token", client).put("refresh_token", refresh.reveal());
    }

    /** Returns the tokens of an answer that was received at that time. */
    public static OAuthTokens tokens(JsonCursor answer, Instant now) {
        return new OAuthTokens(
                answer.member("access_token").parsed("a token", Token::of),
                answer.optional("refresh_token")
                        .map(token -> token.<Token>parsed("a token", Token::of))
                        .orElse(null),
                expiry(answer, now),
                scopes(answer));
    }

    /** Returns when a token ends, by an answer that was received at that time. */
    public static Instant expiry(JsonCursor answer, Instant now) {
        return now.plusSeconds(answer.member("expires_in").number());
    }

    /** Returns the scopes of an answer, which go by two names. */
    public static Set<Scope> scopes(JsonCursor answer) {
        String words = answer.optional("scopes")
                .or(() -> answer.optional("scope"))
                .map(JsonCursor::text)
                .orElse("");
        Set<Scope> scopes = new TreeSet<>();
        for (Scope scope : Scope.values()) {
            if (Stream.of(words.split(" ", -1)).anyMatch(Words.of(scope)::equals)) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private static JsonObject client(String grantType, OAuthClient client) {
        JsonObject request = new JsonObject()
                .put("grant_type", grantType)
                .put("client_id", client.id().toString());
        client.secret().ifPresent(secret -> request.put("client_secret", secret.reveal()));
        return request;
    }
}
