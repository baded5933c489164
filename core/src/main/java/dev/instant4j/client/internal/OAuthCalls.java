package dev.instant4j.client.internal;

import dev.instant4j.auth.OAuthClient;
import dev.instant4j.model.Token;
import dev.instant4j.wire.OAuthJson;
import org.jspecify.annotations.Nullable;

/** Calls about tokens, which are sent as nobody. */
public final class OAuthCalls {
    private static final String TOKEN_PATH = "/platform/oauth/token";

    private OAuthCalls() {}

    /** Returns the call that gets another access token. */
    public static Call refresh(OAuthClient client, Token refresh) {
        return withSecret(
                client,
                Call.post("renew an access token", TOKEN_PATH)
                        .body(OAuthJson.refresh(client, refresh))
                        .repeatable()
                        .secret(refresh));
    }

    /** Returns the call that gets the tokens for a code; a code is good for one attempt. */
    public static Call exchange(OAuthClient client, Token code, @Nullable String verifier) {
        return withSecret(
                client,
                Call.post("exchange an OAuth code", TOKEN_PATH)
                        .body(OAuthJson.exchange(client, code, verifier))
                        .secret(code));
    }

    private static Call withSecret(OAuthClient client, Call call) {
        return client.secret().map(call::secret).orElse(call).anonymous();
    }
}
