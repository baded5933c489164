package dev.instant4j.client.internal;

import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.Token;
import dev.instant4j.wire.Hint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The signs by which a platform says that it no longer takes a token. */
final class TokenSigns {
    private static final int UNAUTHORIZED = 401;
    private static final List<String> PREFIXES = List.of("per_", "pat_");
    private static final Pattern DASH_APP = Pattern.compile("/dash/apps/([0-9a-f-]{36})(/.*)?");

    private TokenSigns() {}

    static boolean isExpired(ApiException refusal) {
        if (refusal.status() == UNAUTHORIZED) {
            return true;
        }
        return switch (refusal.type()) {
            case RECORD_EXPIRED -> refusal.reason().contains("oauth-access-token");
            case RECORD_NOT_FOUND -> Hint.of(refusal).isAboutBearer();
            default -> false;
        };
    }

    /**
     * Returns the call that tells what is wrong, if the refusal does not: an app's endpoints answer every trouble with a
     * user's token by a fault of the database.
     */
    static Optional<Call> probe(Call call, Token token, ApiException refusal) {
        Matcher app = DASH_APP.matcher(call.path());
        boolean hidesReason = refusal.type() == ErrorType.SQL_EXCEPTION
                && PREFIXES.stream().anyMatch(token.reveal()::startsWith)
                && app.matches();
        return hidesReason
                ? Optional.of(Call.get(call.operation(), "/superadmin/apps/" + app.group(1)))
                : Optional.empty();
    }
}
