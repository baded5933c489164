package dev.instant4j.client;

import dev.instant4j.client.ScriptedServer.Line;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.error.TransportException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Rules;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.client.Scripted.failure;
import static dev.instant4j.client.Scripted.result;
import static org.assertj.core.api.Assertions.assertThat;

/** What is sent again, and what never is. */
@ExtendWith(VertxExtension.class)
class RetryTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final Line NO_RULES = Line.answer(200, "{\"perms\":null}");
    private static final Line REPLACED = Line.answer(200, "{\"rules\":null}");
    private static final Line CLOSED = Line.rawThenClose("");
    private static final String TEMPORARY = "{\"app\":{\"id\":\"" + APP + "\",\"title\":\"x\","
            + "\"admin-token\":\"8ce5d753-6bd1-441c-a7a3-3010ba25068a\"},\"expires_ms\":1796629453446}";

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void a_read_is_repeated_until_passing_trouble_has_passed(int status, Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, refused(status, "timeout", "{}"), CLOSED, NO_RULES)) {
            assertThat(result(scripted.platform().rules().pull(APP))).isEqualTo(Rules.NONE);
            assertThat(scripted.requests()).hasSize(3);
        }
    }

    @Test
    void a_write_that_leads_to_the_same_state_is_repeated_too(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, CLOSED, REPLACED)) {
            result(scripted.platform().rules().replace(APP, Rules.NONE));

            assertThat(scripted.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500})
    void a_refusal_that_does_not_pass_is_not_repeated(int status, Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, refused(status, "unknown", "{}"))) {
            failure(ApiException.class, scripted.platform().rules().pull(APP));

            assertThat(scripted.requests()).hasSize(1);
        }
    }

    @Test
    void creating_something_is_never_sent_again_blindly(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, CLOSED, Line.answer(200, TEMPORARY))) {
            TransportException lost =
                    failure(TransportException.class, scripted.platform().apps().createTemporary(NewApp.titled("x")));

            assertThat(lost.mayHaveHappened()).isTrue();
            assertThat(scripted.requests()).hasSize(1);
        }
    }

    @Test
    void creating_something_is_sent_again_when_the_platform_did_not_look_at_it(Vertx vertx) {
        Line limited = refused(429, "rate-limited", "{\"retry-after\":0}");
        try (Scripted scripted = Scripted.start(vertx, limited, limited, Line.answer(200, TEMPORARY))) {
            result(scripted.platform().apps().createTemporary(NewApp.titled("x")));

            assertThat(scripted.requests()).hasSize(3);
        }
    }

    @Test
    void creating_something_is_not_sent_again_when_it_took_the_platform_too_long(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, refused(429, "timeout", "null"))) {
            failure(ApiException.class, scripted.platform().apps().createTemporary(NewApp.titled("x")));

            assertThat(scripted.requests()).hasSize(1);
        }
    }

    @Test
    void a_storm_ends_after_as_many_attempts_as_agreed(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, refused(429, "rate-limited", "null"))) {
            ApiException refusal =
                    failure(ApiException.class, scripted.platform().rules().pull(APP));

            assertThat(refusal.type()).isEqualTo(ErrorType.RATE_LIMITED);
            assertThat(scripted.requests()).hasSize(Scripted.HASTY.attempts());
        }
    }

    @Test
    void a_wait_longer_than_the_total_time_is_not_begun(Vertx vertx) {
        try (Scripted scripted = Scripted.start(vertx, refused(429, "rate-limited", "{\"retry-after\":3600}"))) {
            failure(ApiException.class, scripted.platform().rules().pull(APP));

            assertThat(scripted.requests()).hasSize(1);
        }
    }

    @Test
    void a_moment_that_the_platform_names_is_waited_for(Vertx vertx) {
        Instant moment = Instant.now().plusMillis(300);
        Line limited = refused(429, "rate-limited", "{\"retry-at\":\"" + moment + "\"}");
        try (Scripted scripted = Scripted.start(vertx, limited, NO_RULES)) {
            result(scripted.platform().rules().pull(APP));

            assertThat(Instant.now()).isAfterOrEqualTo(moment);
            assertThat(scripted.requests()).hasSize(2);
        }
    }

    @Test
    void something_gone_after_a_lost_delete_counts_as_deleted(Vertx vertx) {
        Line gone = refused(400, "record-not-found", "{\"record-type\":\"app\"}");
        try (Scripted scripted = Scripted.start(vertx, CLOSED, gone)) {
            result(scripted.platform().apps().delete(APP));

            assertThat(scripted.requests()).hasSize(2);
        }
    }

    @Test
    void something_that_was_never_there_can_not_be_deleted(Vertx vertx) {
        Line gone = refused(400, "record-not-found", "{\"record-type\":\"app\"}");
        try (Scripted scripted = Scripted.start(vertx, gone)) {
            failure(ApiException.class, scripted.platform().apps().delete(APP));
        }
    }

    @Test
    void the_bound_of_the_wait_doubles_up_to_its_limit() {
        RetryPolicy policy = new RetryPolicy(9, Duration.ofMillis(200), Duration.ofMillis(700), Duration.ofMinutes(1));

        assertThat(policy.bound(1)).isEqualTo(Duration.ofMillis(200));
        assertThat(policy.bound(2)).isEqualTo(Duration.ofMillis(400));
        assertThat(policy.bound(3)).isEqualTo(Duration.ofMillis(700));
        assertThat(policy.bound(99)).isEqualTo(Duration.ofMillis(700));
    }

    private static Line refused(int status, String type, String hint) {
        return Line.answer(status, "{\"type\":\"" + type + "\",\"message\":\"no\",\"hint\":" + hint + "}");
    }
}
