package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** A temporary app and the requests that tests make of it. For use on plain threads: it waits for answers. */
final class TestApp {
    private final Exchanges exchanges;
    private final String id;
    private final String token;
    private final Map<String, String> headers;

    private TestApp(Exchanges exchanges, String id, String token) {
        this.exchanges = exchanges;
        this.id = id;
        this.token = token;
        this.headers = Map.of("Authorization", "Bearer " + token, "app-id", id);
    }

    /** Makes an app with that schema, in the JSON of clients. */
    static TestApp on(Vertx vertx, LocalPlatform platform, JsonObject schema) {
        Exchanges exchanges = new Exchanges(vertx, platform);
        JsonObject body = new JsonObject().put("title", "test").put("schema", schema);
        JsonObject app = exchanges
                .post("/dash/apps/ephemeral", Map.of(), body)
                .await()
                .json()
                .getJsonObject("app");
        return new TestApp(exchanges, app.getString("id"), app.getString("admin-token"));
    }

    /** Returns an app that was made before. */
    static TestApp of(Vertx vertx, LocalPlatform platform, LocalApp app) {
        return new TestApp(
                new Exchanges(vertx, platform),
                app.id().toString(),
                app.adminToken().reveal());
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    /** Sends a body to a path below {@code /dash/apps/ID}. */
    Exchanges.Answer post(String path, JsonObject body) {
        return exchanges.post("/dash/apps/" + id + path, headers, body).await();
    }

    Exchanges.Answer get(String path) {
        return exchanges.get("/dash/apps/" + id + path, token).await();
    }

    Exchanges.Answer delete(String path) {
        return exchanges
                .send(HttpMethod.DELETE, "/dash/apps/" + id + path, headers, Buffer.buffer())
                .await();
    }

    /** Sends steps, each the elements of one. */
    Exchanges.Answer transact(Object[]... steps) {
        JsonArray all = new JsonArray();
        for (Object[] step : steps) {
            JsonArray elements = new JsonArray();
            for (Object element : step) {
                elements.add(element);
            }
            all.add(elements);
        }
        return exchanges
                .post("/admin/transact", headers, new JsonObject().put("steps", all))
                .await();
    }

    /** Returns the entities of a type as admins see them. */
    JsonArray entities(String etype) {
        JsonObject query = new JsonObject().put("query", new JsonObject().put(etype, new JsonObject()));
        return exchanges.post("/admin/query", headers, query).await().json().getJsonArray(etype);
    }

    /** Sends a body to a path below {@code /admin} with one more header: {@code as-email}, {@code as-guest}. */
    Exchanges.Answer admin(String path, JsonObject body, String header, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return exchanges.post("/admin" + path, all, body).await();
    }

    /** Sends a body to a path below {@code /admin}. */
    Exchanges.Answer admin(String path, JsonObject body) {
        return exchanges.post("/admin" + path, headers, body).await();
    }

    /** Sends a request without a body to a path below {@code /admin}. */
    Exchanges.Answer admin(HttpMethod method, String path) {
        return exchanges.send(method, "/admin" + path, headers, Buffer.buffer()).await();
    }

    /** Returns what a query, as JSON with single quotes, answers to an admin. */
    Exchanges.Answer query(String query) {
        JsonObject body = new JsonObject().put("query", new JsonObject(query.replace('\'', '"')));
        return exchanges.post("/admin/query", headers, body).await();
    }

    static Object[] step(Object... elements) {
        return elements;
    }
}
