package dev.instant4j.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Many clients at once: none is refused, and nothing that was answered is lost. */
class LoadTest {
    private static final int CLIENTS = Integer.getInteger("stress.clients", 20);
    private static final int ROUNDS = Integer.getInteger("stress.rounds", 4);
    private static final JsonObject SCHEMA = new JsonObject("""
            {"entities": {"notes": {"attrs": {
              "text": {"valueType": "string"},
              "number": {"valueType": "number", "config": {"indexed": true}}}}}}
            """);

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void clients_that_create_apps_push_and_write_at_once_lose_nothing() {
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.in(directory)).await();
        Exchanges exchanges = new Exchanges(vertx, platform);

        List<Future<Integer>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> client(exchanges))
                .toList();
        Future.all(clients).await();

        assertThat(clients).extracting(Future::result).containsOnly(ROUNDS);
        platform.close().await();
    }

    /** Makes an app, pushes a schema, writes one entity per round, and returns how many are there in the end. */
    private static Future<Integer> client(Exchanges exchanges) {
        return ok(exchanges.post("/dash/apps/ephemeral", Map.of(), new JsonObject().put("title", "load")))
                .map(answer -> answer.getJsonObject("app"))
                .compose(app -> {
                    Map<String, String> headers = Map.of(
                            "Authorization", "Bearer " + app.getString("admin-token"), "app-id", app.getString("id"));
                    String push = "/superadmin/apps/" + app.getString("id") + "/schema/push/apply";
                    Future<JsonObject> last = ok(exchanges.post(push, headers, new JsonObject().put("schema", SCHEMA)));
                    for (int round = 0; round < ROUNDS; round++) {
                        JsonObject body = entity(round);
                        last = last.compose(before -> ok(exchanges.post("/admin/transact", headers, body)));
                    }
                    return last.compose(written -> ok(exchanges.post(
                                    "/admin/query", headers, new JsonObject("{\"query\":{\"notes\":{}}}"))))
                            .map(answer -> answer.getJsonArray("notes").size());
                });
    }

    private static JsonObject entity(int number) {
        return new JsonObject("{\"steps\":[[\"update\",\"notes\",\"" + UUID.randomUUID()
                + "\",{\"text\":\"note\",\"number\":" + number + "}]]}");
    }

    private static Future<JsonObject> ok(Future<Exchanges.Answer> answer) {
        return answer.map(found -> {
            assertThat(found.status()).as(found.body().toString()).isEqualTo(200);
            return found.json();
        });
    }
}
