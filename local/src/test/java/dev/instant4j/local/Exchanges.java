package dev.instant4j.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Sends plain requests to a platform, as any client could. */
final class Exchanges {
    private final HttpClient client;
    private final URI uri;

    Exchanges(Vertx vertx, LocalPlatform platform) {
        this.client = vertx.createHttpClient();
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
        RequestOptions options = new RequestOptions().setMethod(method).setAbsoluteURI(uri + path);
        headers.forEach(options::putHeader);
        return client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.body()
                        .map(bytes -> new Answer(
                                response.statusCode(), String.valueOf(response.getHeader("Content-Type")), bytes)));
    }
}
