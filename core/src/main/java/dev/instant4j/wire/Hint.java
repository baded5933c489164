package dev.instant4j.wire;

import dev.instant4j.error.ApiException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The details that a platform gives when it says no. Total: what is absent or of another shape says nothing. */
public final class Hint {
    private static final Set<String> BEARERS = Set.of("instant-user", "oauth-access-token");

    private final JsonObject hint;

    private Hint(JsonObject hint) {
        this.hint = hint;
    }

    /** Returns the details of a refusal. */
    public static Hint of(ApiException refusal) {
        try {
            return new Hint(Json.decodeValue(refusal.hint()) instanceof JsonObject object ? object : new JsonObject());
        } catch (DecodeException malformed) {
            return new Hint(new JsonObject());
        }
    }

    /** Returns what kind of record the refusal is about: {@code app}, {@code oauth-access-token}. */
    public Optional<String> recordType() {
        return hint.getValue("record-type") instanceof String type ? Optional.of(type) : Optional.empty();
    }

    /** Tells whether the record that was not found is the token that was sent, or whom it stands for. */
    public boolean isAboutBearer() {
        return recordType().filter(BEARERS::contains).isPresent();
    }

    /** Returns how long the platform asks to wait, not less than nothing. */
    public Optional<Duration> retryAfter(Instant now) {
        if (hint.getValue("retry-after") instanceof Number seconds) {
            return Optional.of(Duration.ofSeconds(Math.max(0, seconds.longValue())));
        }
        if (!(hint.getValue("retry-at") instanceof String moment)) {
            return Optional.empty();
        }
        try {
            Duration wait = Duration.between(now, Instant.parse(moment));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** Returns the word for the first problem: {@code waiting-for-user}. */
    public Optional<String> issue() {
        boolean isKnown = hint.getValue("errors") instanceof JsonArray errors
                && !errors.isEmpty()
                && errors.getValue(0) instanceof JsonObject;
        if (!isKnown) {
            return Optional.empty();
        }
        return hint.getJsonArray("errors").getJsonObject(0).getValue("issue") instanceof String issue
                ? Optional.of(issue)
                : Optional.empty();
    }
}
