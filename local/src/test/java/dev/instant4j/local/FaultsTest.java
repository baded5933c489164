package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static dev.instant4j.local.TestApp.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final String ENTITY = "5eed0000-0000-4000-8000-000000000001";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final TestApp app = TestApp.on(vertx, platform, new JsonObject());

    @AfterEach
    void forget() {
        platform.faults().clear();
    }

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void a_failing_request_is_not_carried_out_and_the_next_one_is() {
        platform.faults().failNext(503);

        assertThat(written("failed").status()).isEqualTo(503);
        assertThat(app.entities("failed")).isEmpty();
        assertThat(written("failed").status()).isEqualTo(200);
    }

    @Test
    void faults_come_in_the_order_they_were_asked_for() {
        platform.faults().failNext(429);
        platform.faults().failNext(500);

        assertThat(written("ordered").json().getString("type")).isEqualTo("rate-limited");
        assertThat(written("ordered").status()).isEqualTo(500);
    }

    @Test
    void a_request_whose_answer_is_dropped_is_carried_out() {
        platform.faults().dropNextAnswer();

        assertThatThrownBy(() -> written("dropped")).hasMessageContaining("closed");
        assertThat(app.entities("dropped")).hasSize(1);
    }

    @Test
    void a_request_that_is_dropped_is_not_carried_out() {
        platform.faults().dropNext();

        assertThatThrownBy(() -> written("lost")).hasMessageContaining("closed");
        assertThat(app.entities("lost")).isEmpty();
    }

    @Test
    void a_delayed_request_is_answered_all_the_same() {
        platform.faults().delayNext(Duration.ofMillis(1));

        Exchanges.Answer answer = new Exchanges(vertx, platform)
                .post("/dash/apps/ephemeral", Map.of(), new JsonObject().put("title", "late"))
                .await();

        assertThat(answer.json().getJsonObject("app").getString("title")).isEqualTo("late");
    }

    private Exchanges.Answer written(String etype) {
        return app.transact(step("update", etype, ENTITY, new JsonObject().put("a", 1)));
    }
}
