package dev.instant4j.wire;

import dev.instant4j.error.ApiException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNullElse;

/** What a platform says when it says no: normally an object, sometimes a page or nothing at all. */
public final class ErrorJson {
    private static final int MOST_TEXT = 200;

    private ErrorJson() {}

    /**
     * Returns the failure that an answer stands for. Total: whatever stands between client and platform may answer too.
     *
     * @param operation what was asked for, such as {@code read the schema}
     * @param status the HTTP status
     * @param body the body as it came, without secrets
     */
    public static ApiException decode(String operation, int status, String body) {
        if (parsed(body) instanceof JsonObject error) {
            return new ApiException(
                    operation,
                    status,
                    text(error, "type", ""),
                    text(error, "message", text(error, "error", "no reason given")),
                    Json.encode(error.getValue("hint")),
                    error.getValue("trace-id") instanceof String trace ? trace : null);
        }
        return new ApiException(operation, status, "", excerpt(status, body), "null", null);
    }

    private static Object parsed(String body) {
        try {
            return requireNonNullElse(Json.decodeValue(body), "");
        } catch (DecodeException notJson) {
            return body;
        }
    }

    private static String text(JsonObject error, String key, String otherwise) {
        return Stream.of(requireNonNullElse(error.getValue(key), otherwise))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(otherwise);
    }

    private static String excerpt(int status, String body) {
        String line = body.replaceAll("<[^>]*>", " ")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        if (line.isEmpty()) {
            return status / 100 == 3 ? "the address leads elsewhere, is it the right one?" : "no reason given";
        }
        return line.length() <= MOST_TEXT ? line : line.substring(0, MOST_TEXT) + "…";
    }
}
