package dev.instant4j.wire;

import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Job;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.recorded.Recording;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What a real platform has answered can be read. */
class RecordedWireTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C-steps/index-ok",
                "C-steps/delete-attr",
                "C-steps/rename-link",
                "C-steps/check-type-string-ok",
                "F-cli/pull-empty"
            })
    void attrs_are_read_and_written_as_they_were_recorded(String name) {
        for (Object answer : Recording.named(name).answers("GET", "/schema/pull")) {
            JsonArray recorded = ((JsonObject) answer).getJsonArray("attrs");

            Attrs attrs = AttrJson.decodeAll(JsonCursor.of("read the schema", recorded));

            assertThat(AttrJson.encode(attrs)).isEqualTo(recorded);
        }
    }

    @Test
    void a_new_app_has_the_57_attrs_of_the_system_catalog_only() {
        JsonObject answer = (JsonObject) Recording.named("F-cli/pull-empty")
                .answers("GET", "/schema/pull")
                .get(0);

        Attrs attrs = AttrJson.decodeAll(JsonCursor.of("read the schema", answer.getValue("attrs")));

        assertThat(attrs.all()).hasSize(57).allMatch(StoredAttr::isSystem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C-steps/check-type-string-ok", "C-steps/index-ok", "C-steps/required-ok", "C-steps/unique-ok"})
    void steps_that_were_applied_are_written_as_they_were_recorded(String name) {
        List<JsonArray> recorded = Recording.named(name).exchanges().stream()
                .filter(exchange -> exchange.path().endsWith("/schema/steps/apply"))
                .map(exchange -> ((JsonObject) requireNonNull(exchange.request())).getJsonArray("steps"))
                .toList();

        assertThat(recorded).isNotEmpty();
        for (JsonArray steps : recorded) {
            List<Step> read = JsonCursor.of("apply", steps).elements(step -> StepJson.decode(step, Attrs.NONE));
            assertThat(StepJson.encode(read)).isEqualTo(steps);
        }
    }

    @Test
    void a_type_to_check_is_part_of_its_step() {
        JsonArray step = new JsonArray("[\"check-data-type\",{\"attr-id\":\"5eed0000-0000-4000-8000-000000000001\","
                + "\"forward-identity\":[\"5eed0000-0000-4000-8000-000000000001\",\"p\",\"a\"],"
                + "\"checked-data-type\":\"date\"}]");

        Step.StartJob read = (Step.StartJob) StepJson.decode(JsonCursor.of("apply", step), Attrs.NONE);

        assertThat(read.checkedType()).isEqualTo(DataType.DATE);
    }

    @Test
    void a_failed_job_says_why_and_shows_samples() {
        Object answer = Recording.named("C-steps/unique-duplicates").exchanges().stream()
                .filter(exchange -> exchange.path().contains("/indexing-jobs/group/"))
                .findFirst()
                .orElseThrow()
                .answer();

        Job job = JobJson.decodeAll(JsonCursor.of("read the jobs", answer)).get(0);

        assertThat(job.state()).isEqualTo(Job.State.ERRORED);
        assertThat(job.attrName()).isEqualTo("p.a");
        assertThat(job.failed()).hasValueSatisfying(failure -> {
            assertThat(failure.error()).isEqualTo("triple-not-unique-error");
            assertThat(failure.samples()).extracting(Job.Sample::value).containsExactly("\"same\"", "\"same\"");
        });
    }

    @Test
    void raw_jobs_of_an_apply_answer_are_read_too() {
        JsonObject answer = (JsonObject) Recording.named("C-steps/unique-duplicates")
                .answers("POST", "/schema/steps/apply")
                .get(0);
        JsonCursor applied = JsonCursor.of("apply", answer);

        assertThat(JobJson.startedGroup(applied)).isPresent();
        assertThat(JobJson.decodeAll(applied.member("indexing-jobs")))
                .extracting(Job::state)
                .containsExactly(Job.State.WAITING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D-perms/valid-actions",
                "D-perms/valid-attrs-namespace",
                "D-perms/valid-default-namespace",
                "D-perms/valid-fields",
                "D-perms/valid-link-rules",
                "D-perms/valid-rate-limits",
                "D-perms/valid-unchecked"
            })
    void rules_keep_their_meaning_when_read_and_written(String name) {
        List<Object> answers = Recording.named(name).answers("GET", "/perms");

        assertThat(answers).isNotEmpty();
        for (Object answer : answers) {
            Rules rules =
                    RulesJson.decode(JsonCursor.of("read the rules", answer).member("perms"));
            assertThat(RulesJson.decode(JsonCursor.of("read the rules", RulesJson.encode(rules))))
                    .isEqualTo(rules);
        }
    }

    @Test
    void a_temporary_app_comes_with_its_token_and_its_end() {
        Object answer = Recording.named("A-lifecycle/temp-app-minimal")
                .answers("POST", "/ephemeral")
                .get(0);

        TemporaryApp app = AppJson.createdTemporary(JsonCursor.of("create", answer));

        assertThat(app.title()).isEqualTo("first");
        assertThat(app.expiresAt()).isEqualTo(Instant.ofEpochMilli(1796629453446L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-lifecycle/temp-app-input-errors",
                "A-lifecycle/malformed-json",
                "A-lifecycle/token-info",
                "C-steps/request-errors",
                "D-perms/invalid-several"
            })
    void every_recorded_refusal_has_a_known_type_or_none(String name) {
        for (Recording.Exchange exchange : Recording.named(name).exchanges()) {
            if (exchange.status() == 200) {
                continue;
            }
            Object body = exchange.answer();
            String text = body instanceof JsonObject ? Json.encode(body) : String.valueOf(body);

            ApiException refusal = ErrorJson.decode("try it", exchange.status(), text);

            assertThat(refusal.status()).isEqualTo(exchange.status());
            assertThat(refusal.type() != ErrorType.UNKNOWN)
                    .isEqualTo(body instanceof JsonObject json && !"unknown".equals(json.getString("type")));
        }
    }
}
