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
    }

    Future<Answer> get(String path, String token) {
        return send(HttpMethod.GET, path, Map.of("Authorization", "Bearer " + token), Buffer.buffer());
    }

    Future<Answer> post(String path, Map<String, String> headers, JsonObject body) {
        return send(HttpMethod.POST, path, withJson(headers), body.toBuffer());
    }

    private static Map<String, String> withJson(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Content-Type", "application/json");
        return all;
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
