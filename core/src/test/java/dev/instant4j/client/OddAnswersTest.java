package dev.instant4j.client;

import dev.instant4j.error.ApiException;
import dev.instant4j.error.DecodeException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.App;
import dev.instant4j.model.AppDetails;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.JobId;
import dev.instant4j.model.Rules;
import dev.instant4j.recorded.Recording.Exchange;
import dev.instant4j.recorded.Served;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.recorded.Served.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Answers that a platform gives where one would not expect them: nulls, empty objects, several spellings. */
@ExtendWith(VertxExtension.class)
class OddAnswersTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final JobId JOB = JobId.parse("d3f2e404-a6fa-4705-9484-b6589b49e5bd");
    private static final JobGroupId GROUP = JobGroupId.parse("3f89184b-0d8e-4112-831d-77d63051af58");
    private static final String JOBS = "/dash/apps/" + APP + "/indexing-jobs/";
    private static final String ROW = "{'id':'" + APP + "','title':'refcheck','creator_id':null,'org_id':null,"
            + "'created_at':'2026-11-23T07:44:13Z','status':'active','subscription_id':null,'connection_string':null,"
            + "'deletion_marked_at':null,'magic_code_expiry_minutes':null}";

    @ParameterizedTest
    @ValueSource(strings = {"{'job':{}}", "{'job':null}"})
    void a_job_that_is_not_known_is_nothing_rather_than_a_failure(String answer, Vertx vertx) {
        try (Served served = Served.exchanges(vertx, Exchange.of("GET", JOBS + JOB, "", answer))) {
            assertThat(result(served.platform().jobs().get(APP, JOB))).isEmpty();
        }
    }

    @Test
    void a_group_that_is_not_known_has_no_jobs(Vertx vertx) {
        try (Served served = Served.exchanges(vertx, Exchange.of("GET", JOBS + "group/" + GROUP, "", "{'jobs':[]}"))) {
            assertThat(result(served.platform().jobs().group(APP, GROUP))).isEmpty();
        }
    }

    @Test
    void entities_without_a_required_value_are_samples_where_the_platform_has_no_others(Vertx vertx) {
        String row = "{'id':'" + JOB + "','attr_id':'" + APP + "','attr_name':'p.a','job_type':'required',"
                + "'job_status':'errored','job_stage':'validate','work_estimate':null,'work_completed':null,"
                + "'error':'missing-required-error','done_at':null,'updated_at':'2026-11-23T07:44:14Z',"
                + "'invalid_unique_value':null,'invalid_triples_sample':null,'error_data':{'count':2,'etype':'p',"
                + "'label':'a','entity-ids':['5eed0000-0000-4000-8000-000000000002']}}";
        try (Served served =
                Served.exchanges(vertx, Exchange.of("GET", JOBS + "group/" + GROUP, "", "{'jobs':[" + row + "]}"))) {
            Job job = result(served.platform().jobs().group(APP, GROUP)).get(0);

            assertThat(job.failed().orElseThrow().samples())
                    .containsExactly(new Job.Sample("5eed0000-0000-4000-8000-000000000002", "null"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'perms':null"})
    void an_app_that_never_had_rules_has_none(String perms, Vertx vertx) {
        String row = ROW.replace("}", perms + "}");
        try (Served served = Served.exchanges(
                vertx, Exchange.of("GET", "/superadmin/apps?include=perms", "", "{'apps':[" + row + "]}"))) {
            AppDetails app =
                    result(served.platform().apps().list(Include.RULES)).get(0);

            assertThat(app.rules()).hasValue(Rules.NONE);
        }
    }

    @Test
    void rules_that_were_set_already_are_set(Vertx vertx) {
        try (Served served = Served.exchanges(
                vertx, Exchange.of("POST", "/dash/apps/" + APP + "/rules", "{'code':{}}", "{'rules':null}"))) {
            result(served.platform().rules().replace(APP, Rules.NONE));

            assertThat(served.unserved()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T07:44:13Z",
                "2026-11-23T07:44:13",
                "2026-11-23T07:44:13.000000",
                "2026-11-23T07:44:13.000000+00:00",
                "2026-11-23T09:44:13+02:00"
            })
    void times_are_read_in_every_spelling(String time, Vertx vertx) {
        String row = ROW.replace("2026-11-23T07:44:13Z", time);
        try (Served served =
                Served.exchanges(vertx, Exchange.of("GET", "/superadmin/apps/" + APP, "", "{'app':" + row + "}"))) {
            App app = result(served.platform().apps().get(APP));

            assertThat(app.createdAt()).isEqualTo(Instant.parse("2026-11-23T07:44:13Z"));
        }
    }

    @Test
    void what_is_missing_is_named_by_operation_and_place_and_what_is_new_is_passed_over(Vertx vertx) {
        String row = ROW.replace("'title':'refcheck',", "'shape':[1],");
        try (Served served = Served.exchanges(
                vertx, Exchange.of("GET", "/superadmin/apps", "", "{'apps':[" + row + "],'more':1}"))) {
            DecodeException failure = catchThrowableOfType(
                    DecodeException.class, () -> result(served.platform().apps().list()));

            assertThat(failure.operation()).isEqualTo("list the apps");
            assertThat(failure.path()).isEqualTo("/apps/0/title");
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void every_word_for_a_reason_is_known_and_kept(ErrorType type, Vertx vertx) {
        String word = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        JsonObject error = new JsonObject()
                .put("type", word)
                .put("message", "no")
                .put("hint", new JsonObject().put("record-type", "app"))
                .put("trace-id", "5a79f98e577454e19b1734636b03eecd");
        try (Served served = Served.exchanges(vertx, new Exchange("GET", "/superadmin/apps", null, 400, error))) {
            ApiException refusal = catchThrowableOfType(
                    ApiException.class, () -> result(served.platform().apps().list()));

            assertThat(refusal.type()).isEqualTo(type);
            assertThat(refusal.word()).isEqualTo(word);
            assertThat(new JsonObject(refusal.hint()).getString("record-type")).isEqualTo("app");
            assertThat(refusal.traceId()).isEqualTo("5a79f98e577454e19b1734636b03eecd");
        }
    }

    @Test
    void a_word_that_is_not_known_is_kept_too(Vertx vertx) {
        JsonObject error = new JsonObject().put("type", "moon-phase").put("message", "no");
        try (Served served = Served.exchanges(vertx, new Exchange("GET", "/superadmin/apps", null, 400, error))) {
            assertThatThrownBy(() -> result(served.platform().apps().list()))
                    .isInstanceOfSatisfying(ApiException.class, refusal -> {
                        assertThat(refusal.type()).isEqualTo(ErrorType.UNKNOWN);
                        assertThat(refusal.word()).isEqualTo("moon-phase");
                        assertThat(refusal.hint()).isEqualTo("null");
                    });
        }
    }

    @Test
    void an_oauth_error_has_its_sentence_under_another_key(Vertx vertx) {
        JsonObject error = new JsonObject().put("type", "oauth-error").put("error", "Invalid client_id parameter");
        try (Served served = Served.exchanges(vertx, new Exchange("GET", "/superadmin/apps", null, 400, error))) {
            assertThatThrownBy(() -> result(served.platform().apps().list()))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("Invalid client_id parameter");
        }
    }
}
