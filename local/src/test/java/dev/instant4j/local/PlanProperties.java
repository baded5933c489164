package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Any two definitions: the plan is the described one, and once it is applied nothing is left to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanProperties {
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_plan_is_the_described_one_and_leaves_nothing(long seed) {
        JsonObject from = RandomDefinition.of(seed);
        JsonObject to = RandomDefinition.of(seed + 1000);
        TestApp app = TestApp.on(vertx, platform, from);
        for (boolean usesJobs : List.of(true, false)) {
            assertThat(steps(app, to, true, usesJobs))
                    .containsExactlyInAnyOrderElementsOf(ExpectedPlan.between(from, to, true, usesJobs));
            assertThat(steps(app, to, false, usesJobs))
                    .containsExactlyInAnyOrderElementsOf(ExpectedPlan.between(from, to, false, usesJobs));
        }
        JsonObject body = body(to, true, seed % 2 == 0);

        Exchanges.Answer applied = app.post("/schema/push/apply", body);

        assertThat(applied.status()).isEqualTo(200);
        awaitJobs(app, applied.json().getJsonObject("indexing-jobs"));
        assertThat(steps(app, to, true, true)).isEmpty();
        assertThat(app.post("/schema/push/apply", body).json().getJsonObject("transaction"))
                .isEqualTo(new JsonObject());
    }

    private static List<String> steps(TestApp app, JsonObject definition, boolean checksTypes, boolean usesJobs) {
        JsonArray steps = app.post("/schema/push/plan", body(definition, checksTypes, usesJobs))
                .json()
                .getJsonArray("steps");
        return steps.stream()
                .map(JsonArray.class::cast)
                .map(step -> ExpectedPlan.shown(step.getString(0), step.getJsonObject(1)))
                .toList();
    }

    private static void awaitJobs(TestApp app, JsonObject jobs) {
        if (jobs == null) {
            return;
        }
        String path = "/indexing-jobs/group/" + jobs.getString("group-id");
        JsonArray now = app.get(path).json().getJsonArray("jobs");
        while (now.encode().contains("\"job_status\":\"waiting\"")
                || now.encode().contains("\"job_status\":\"processing\"")) {
            now = app.get(path).json().getJsonArray("jobs");
        }
        assertThat(now.stream().map(job -> ((JsonObject) job).getString("error")))
                .containsOnlyNulls();
    }

    private static JsonObject body(JsonObject definition, boolean checksTypes, boolean usesJobs) {
        return new JsonObject()
                .put("schema", definition)
                .put("check_types", checksTypes)
                .put("supports_background_updates", usesJobs);
    }
}
