package dev.instant4j.client.internal;

import dev.instant4j.model.Token;
import io.vertx.core.json.Json;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of texts that others will read. */
final class Redaction {
    private static final String DOTS = "••••";
    private static final Pattern TOKEN_LIKE = Pattern.compile("\\b(per_|pat_|prt_)[0-9a-fA-F]{8,}");

    private final @Nullable Token token;

    /** @param token a secret known to have been sent; null if none was */
    Redaction(@Nullable Token token) {
        this.token = token;
    }

    /** Returns {@code text} without the token and without anything that looks like one. */
    String apply(String text) {
        String result = TOKEN_LIKE.matcher(text).replaceAll("$1…");
        if (token == null) {
            return result;
        }
        String secret = token.reveal();
        return result.replace(secret, DOTS).replace(escaped(secret), DOTS);
    }

    private static String escaped(String secret) {
        String quoted = Json.encode(secret);
        return quoted.substring(1, quoted.length() - 1);
    }
}
