package dev.instant4j.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends plain requests to a platform, as any client could. */
final class Exchanges {
    private static final int MAX_CONNECTIONS = 256;

    private final WebClient client;
    private final URI uri;

    Exchanges(Vertx vertx, LocalPlatform platform) {
        this.client =
                WebClient.create(vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
        this.uri = platform.uri();
    }

    /** What came back. */
    record Answer(int status, String type, Buffer body) {
        JsonObject json() {
            return body.toJsonObject();
        }

        /** Returns the message of an error; null if it is none. */
        @Nullable
        String message() {
            return json().getString("message");
        }
    }

    Future<Answer> get(String path, String token) {
        return get(path, Map.of("Authorization", "Bearer " + token));
    }

    Future<Answer> get(String path, Map<String, String> headers) {
        return send(HttpMethod.GET, path, headers, Buffer.buffer());
    }

    Future<Answer> post(String path, Map<String, String> headers, JsonObject body) {
        return send(HttpMethod.POST, path, withJson(headers), body.toBuffer());
    }

    private static Map<String, String> withJson(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Content-Type", "application/json");
        return all;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @param request method and path, with a space between
     * @param token empty for none
     * @param body JSON with single quotes; empty for none
     */
    Answer call(String request, String token, String body) {
        String[] parts = request.split(" ", 2);
        Map<String, String> headers = new TreeMap<>();
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        Buffer json = Buffer.buffer(body.replace('\'', '"'));
        return send(HttpMethod.valueOf(parts[0]), parts[1], body.isEmpty() ? headers : withJson(headers), json)
                .await();
    }

    Future<Answer> send(HttpMethod method, String path, Map<String, String> headers, Buffer body) {
        HttpRequest<Buffer> request = client.requestAbs(method, uri + path);
        headers.forEach(request::putHeader);
        return request.sendBuffer(body)
                .map(answer -> new Answer(
                        answer.statusCode(),
                        String.valueOf(answer.getHeader("Content-Type")),
                        Objects.requireNonNullElseGet(answer.body(), Buffer::buffer)));
    }
}
