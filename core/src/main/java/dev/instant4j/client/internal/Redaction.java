package dev.instant4j.client.internal;

import dev.instant4j.model.Token;
import io.vertx.core.json.Json;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of texts that others will read. */
final class Redaction {
    private static final String DOTS = "••••";
    private static final Pattern TOKEN_LIKE = Pattern.compile("\\b(per_|pat_|prt_)[0-9a-fA-F]{8,}");

    private final List<Token> secrets;

    /** @param secrets what is known to have been sent */
    Redaction(List<Token> secrets) {
        this.secrets = secrets;
    }

    /** Returns {@code text} without the secrets and without anything that looks like a token. */
    String apply(String text) {
        String result = TOKEN_LIKE.matcher(text).replaceAll("$1…");
        for (Token secret : secrets) {
            result = without(secret.reveal(), result);
        }
        return result;
    }

    private static String without(String secret, String text) {
        return text.replace(secret, DOTS).replace(escaped(secret), DOTS).replace(Paths.encode(secret), DOTS);
    }

    private static String escaped(String secret) {
        String quoted = Json.encode(secret);
        return quoted.substring(1, quoted.length() - 1);
    }
}
