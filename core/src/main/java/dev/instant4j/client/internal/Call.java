package dev.instant4j.client.internal;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask of a platform.
 *
 * @param operation what is asked for, as a failure names it: {@code read the schema}
 * @param path below the platform's base URI, encoded, begins with a slash
 * @param body what to send; null if nothing
 */
public record Call(
        String operation,
        HttpMethod method,
        String path,
        @Nullable JsonObject body) {

    public static Call get(String operation, String path) {
        return new Call(operation, HttpMethod.GET, path, null);
    }

    public static Call post(String operation, String path) {
        return new Call(operation, HttpMethod.POST, path, null);
    }

    public Call body(JsonObject newBody) {
        return new Call(operation, method, path, newBody);
    }
}
