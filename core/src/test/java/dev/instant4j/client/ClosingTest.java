package dev.instant4j.client;

import dev.instant4j.client.ScriptedServer.Line;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.TransportException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.Rules;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.instant4j.client.Scripted.failure;
import static dev.instant4j.client.Scripted.result;
import static org.assertj.core.api.Assertions.assertThat;

/** What a client leaves behind when it is closed: nothing. And how it keeps to its limits before. */
@ExtendWith(VertxExtension.class)
class ClosingTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final JobGroupId GROUP = JobGroupId.parse("3f89184b-0d8e-4112-831d-77d63051af58");
    private static final String WAITING = "{\"jobs\":[{\"id\":\"d3f2e404-a6fa-4705-9484-b6589b49e5bd\","
            + "\"attr_id\":\"ffdc99f9-dae7-4b82-950f-77a2556efc98\",\"job_type\":\"index\","
            + "\"job_status\":\"waiting\",\"updated_at\":\"2026-11-23T07:44:14Z\"}]}";

    @Test
    void requests_under_way_and_in_line_fail_when_the_client_is_closed(Vertx vertx) {
        Promise<Void> arrived = Promise.promise();
        Line hang = connection -> arrived.tryComplete();
        try (Scripted scripted = Scripted.with(vertx, ClosingTest::oneAtATime, hang)) {
            List<Future<Rules>> all = IntStream.range(0, 3)
                    .mapToObj(i -> scripted.platform().rules().pull(APP))
                    .toList();
            result(arrived.future());

            result(scripted.platform().close());

            all.forEach(rules ->
                    assertThat(failure(TransportException.class, rules)).hasMessageContaining("the client was closed"));
        }
    }

    @Test
    void connections_that_are_kept_for_later_end_when_the_client_is_closed(Vertx vertx) {
        Promise<Void> ended = Promise.promise();
        Line kept = connection -> {
            connection.closeHandler(closed -> ended.tryComplete());
            Line.answer(200, "{\"perms\":null}").play(connection);
        };
        try (Scripted scripted = Scripted.start(vertx, kept)) {
            result(scripted.platform().rules().pull(APP));
            assertThat(ended.future().isComplete()).isFalse();

            result(scripted.platform().close());

            result(ended.future());
        }
    }

    @Test
    void a_wait_for_another_attempt_ends_when_the_client_is_closed(Vertx vertx) {
        Promise<Void> arrived = Promise.promise();
        Line limited = connection -> {
            Line.answer(429, "{\"type\":\"rate-limited\",\"hint\":{\"retry-after\":30}}")
                    .play(connection);
            arrived.tryComplete();
        };
        RetryPolicy patient = new RetryPolicy(3, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(9));
        try (Scripted scripted = Scripted.with(vertx, options -> options.withRetry(patient), limited)) {
            Future<Rules> rules = scripted.platform().rules().pull(APP);
            result(arrived.future());

            result(scripted.platform().close());

            failure(RuntimeException.class, rules);
            assertThat(scripted.requests()).hasSize(1);
        }
    }

    @Test
    void waiting_for_jobs_ends_when_the_client_is_closed(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, Line.answer(200, WAITING))) {
            Promise<Void> asked = Promise.promise();
            Future<?> jobs = scripted.platform().jobs().await(APP, GROUP, progress -> asked.tryComplete());
            result(asked.future());

            result(scripted.platform().close());

            assertThat(failure(Exception.class, jobs))
                    .isInstanceOfAny(CancellationException.class, TransportException.class);
        }
    }

    @Test
    void a_client_that_was_closed_sends_nothing_and_says_so(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, Line.answer(200, "{\"perms\":null}"))) {
            result(scripted.platform().close());

            TransportException failure = failure(
                    TransportException.class, scripted.platform().rules().pull(APP));

            assertThat(failure.mayHaveHappened()).isFalse();
            assertThat(scripted.requests()).isEmpty();
        }
    }

    @Test
    void a_push_can_be_cancelled_while_its_jobs_run(Vertx vertx) {
        Line applied = Line.answer(200, "{\"indexing-jobs\":{\"group-id\":\"" + GROUP + "\",\"jobs\":[]}}");
        try (Scripted scripted = Scripted.start(vertx, applied, Line.answer(200, WAITING))) {
            Promise<Void> asked = Promise.promise();
            SchemaPush push = scripted.platform().schema().pushSteps(APP, List.of());
            push.subscribe(progress -> asked.tryComplete());
            result(asked.future());

            push.cancel();

            failure(CancellationException.class, push.outcome());
        }
    }

    @Test
    void waiting_for_jobs_survives_four_failures_in_a_row_but_not_five(Vertx vertx) {
        Line broken = Line.answer(500, "{\"type\":\"unknown\"}");
        Line done = Line.answer(200, WAITING.replace("waiting", "completed"));
        try (Scripted scripted = Scripted.start(vertx, broken, broken, broken, broken, done, broken)) {
            JobsApi jobs = scripted.platform().jobs();

            assertThat(result(jobs.await(APP, GROUP, progress -> {}))).hasSize(1);
            failure(ApiException.class, jobs.await(APP, GROUP, progress -> {}));

            assertThat(scripted.requests()).hasSize(10);
        }
    }

    @Test
    void no_more_requests_are_under_way_than_agreed_and_the_rest_keep_their_order(Vertx vertx) {
        List<String> order = new CopyOnWriteArrayList<>();
        try (Scripted scripted = Scripted.with(vertx, ClosingTest::oneAtATime, Line.answer(200, "{\"perms\":null}"))) {
            List<Future<Boolean>> all = IntStream.range(0, 8)
                    .mapToObj(i -> "5c79acb3-997e-478e-9f8a-00000000000" + i)
                    .map(id -> scripted.platform().rules().pull(AppId.parse(id)).map(rules -> order.add(id)))
                    .toList();

            result(Future.all(all));

            assertThat(order).isSorted();
            assertThat(scripted.requests()).hasSize(8).isSorted();
        }
    }

    private static PlatformOptions oneAtATime(PlatformOptions options) {
        return options.withLimits(Limits.DEFAULT.withMaxInFlight(1));
    }
}
