package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** What the platform makes of requests that are odd, wrong or hostile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestTest {
    private static final String APPS = "/dash/apps/ephemeral";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final Exchanges exchanges = new Exchanges(vertx, platform);

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void what_follows_the_first_json_value_does_not_count() {
        assertThat(post("{\"title\":\"a\"} trailing").status()).isEqualTo(200);
    }

    @Test
    void a_body_that_is_not_json_is_refused_in_plain_text() {
        Exchanges.Answer answer = post("{\"title\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).isEqualTo("Malformed JSON in request body.");
    }

    @Test
    void json_that_is_nested_without_end_is_refused() {
        assertThat(post("[".repeat(100_000)).status()).isEqualTo(400);
    }

    @Test
    void a_body_that_is_too_large_is_refused_as_json() {
        Exchanges.Answer answer = post("x".repeat(65 << 20));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().getString("message")).contains("bytes");
    }

    @Test
    void a_body_of_another_type_does_not_count() {
        Exchanges.Answer answer = exchanges
                .send(HttpMethod.POST, APPS, Map.of("Content-Type", "text/plain"), Buffer.buffer("{\"title\":\"a\"}"))
                .await();

        assertThat(answer.json().getString("message")).isEqualTo("Missing parameter: [\"body\" \"title\"]");
    }

    @Test
    void an_unknown_route_is_not_found_in_json() {
        Exchanges.Answer answer = exchanges.get("/dash/nope", "x").await();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().getJsonObject("hint")).isEqualTo(new JsonObject().put("record-type", "route"));
    }

    @Test
    void quotes_in_paths_and_values_stay_values() {
        String hostile = "'; DROP TABLE apps; --";
        JsonObject app = exchanges
                .post(APPS, Map.of(), new JsonObject().put("title", hostile))
                .await()
                .json()
                .getJsonObject("app");

        assertThat(app.getString("title")).isEqualTo(hostile);
        assertThat(exchanges
                        .get("/superadmin/apps/%27%20OR%201%3D1", app.getString("admin-token"))
                        .await()
                        .json()
                        .getString("type"))
                .isEqualTo("param-malformed");
        assertThat(post("{\"title\":\"still there\"}").status()).isEqualTo(200);
    }

    @Test
    void a_body_that_never_ends_is_cut_off() throws IOException {
        LocalPlatform impatient = LocalPlatform.start(
                        vertx, LocalOptions.inMemory().withBodyDeadline(Duration.ofMillis(20)))
                .await();
        try (Socket client =
                new Socket(impatient.uri().getHost(), impatient.uri().getPort())) {
            String head = "POST " + APPS + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{";
            client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertThat(client.getInputStream().readAllBytes()).isEmpty();
        }
        impatient.close().await();
    }

    @Test
    void the_request_log_shows_neither_tokens_nor_bodies() {
        List<String> log = new CopyOnWriteArrayList<>();
        LocalPlatform logged = LocalPlatform.start(
                        vertx, LocalOptions.inMemory().withRequestLog(log::add))
                .await();
        new Exchanges(vertx, logged)
                .get("/superadmin/apps/x?access_token=secret", "5c79acb3-997e-478e-9f8a-6c3a8424d31f")
                .await();
        logged.close().await();

        assertThat(log).singleElement().asString().startsWith("GET /superadmin/apps/x 400 ");
        assertThat(log.toString()).doesNotContain("5c79acb3").doesNotContain("secret");
    }

    private Exchanges.Answer post(String body) {
        return exchanges
                .send(HttpMethod.POST, APPS, Map.of("Content-Type", "application/json"), Buffer.buffer(body))
                .await();
    }
}
