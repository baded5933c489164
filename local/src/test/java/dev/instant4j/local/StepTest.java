package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.local.TestApp.step;
import static org.assertj.core.api.Assertions.assertThat;

/** What single steps do to attrs that are there, stale, deleted, or the system's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepTest {
    private static final String A = "5eed0000-0000-4000-8000-00000000000a";
    private static final String B = "5eed0000-0000-4000-8000-00000000000b";
    private static final String C = "5eed0000-0000-4000-8000-00000000000c";
    private static final String ENTITY = "5eed0000-0000-4000-8000-000000000001";
    private static final String EMAIL = "96653230-13ff-ffff-a4b4-46010bffffff";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private TestApp app = TestApp.on(vertx, platform, new JsonObject());

    @BeforeEach
    void makeApp() {
        app = TestApp.on(vertx, platform, new JsonObject());
        assertThat(apply(add(A, A, "a")).status()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void an_attr_that_is_there_already_is_no_news() {
        JsonObject results = added(apply(add(A, A, "a"), add(A, A, "a")));

        assertThat(results.encode()).isEqualTo("{\"attrs\":[{\"id\":\"" + A + "\"}],\"idents\":[],\"triples\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        A + ", " + A + ", b, Raised Exception: Another attribute for p.b exists with different properties.",
        A + ", " + B + ", a, `a` already exists on `p`",
        B + ", " + B + ", a, `a` already exists on `p`",
        A + ", " + B + ", b, Raised Exception: The attribute with id " + A
                + " conflicts with an existing attribute with id " + A + ".",
    })
    void an_attr_that_is_nearly_there_is_refused(String id, String ident, String label, String message) {
        assertThat(apply(add(id, ident, label)).message()).isEqualTo(message);
    }

    @Test
    void an_attr_that_is_there_otherwise_is_refused() {
        JsonArray step = add(A, A, "a");
        step.getJsonObject(1).put("index?", true);

        assertThat(apply(step).message()).startsWith("Raised Exception: The attribute with id " + A + " conflicts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': null}",
                "{'id': 'x'}",
                "{'forward-identity': null}",
                "{'forward-identity': 'p.b'}",
                "{'forward-identity': ['x', 'p', 'b']}",
                "{'forward-identity': []}",
                "{'value-type': null}",
                "{'cardinality': null}",
                "{'cardinality': 'some'}",
                "{'unique?': null}",
                "{'unique?': 'maybe'}",
                "{'index?': null}",
                "{'checked-data-type': 'json'}",
                "{'on-delete': 'restrict'}",
                "{'value-type': 'ref'}",
            })
    void an_attr_that_lacks_something_is_refused(String change) {
        JsonArray step = add(B, B, "b");
        new JsonObject(change.replace('\'', '"'))
                .forEach(entry -> step.getJsonObject(1).put(entry.getKey(), entry.getValue()));

        Exchanges.Answer answer = apply(step);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("Validation failed for attributes: `");
    }

    @Test
    void words_that_a_database_understands_are_taken() {
        JsonArray step = add(B, B, "b");
        step.getJsonObject(1).put("unique?", "yes").put("index?", "off").put("value-type", "zzz");

        assertThat(apply(step).status()).isEqualTo(200);
        assertThat(attr("b").getBoolean("unique?")).isTrue();
    }

    @Test
    void a_new_indexed_attr_gives_null_to_what_is_there_and_tells_whom() {
        app.transact(step("update", "p", ENTITY, new JsonObject().put("a", 1)));
        JsonArray step = add(B, B, "b");
        step.getJsonObject(1).put("index?", true);

        JsonObject results = added(apply(step));

        assertThat(results.getJsonArray("triples"))
                .isEqualTo(new JsonArray().add(new JsonObject().put("entity_id", ENTITY)));
        assertThat(app.entities("p").getJsonObject(0).containsKey("b")).isTrue();
    }

    @Test
    void a_required_attr_is_refused_while_there_are_entities_even_if_it_is_there() {
        JsonArray step = add(B, B, "b");
        step.getJsonObject(1).put("required?", true);
        assertThat(apply(step).status()).isEqualTo(200);
        app.transact(step("update", "p", ENTITY, new JsonObject().put("b", 1)));

        assertThat(apply(step).message())
                .isEqualTo("Validation failed for attributes: Can't create attribute `b` as required because `p`"
                        + " already have entities");
    }

    @Test
    void a_rename_over_another_ident_keeps_the_old_name_taken() {
        assertThat(apply(rename(A, B, "renamed")).status()).isEqualTo(200);
        assertThat(attr("renamed").getString("id")).isEqualTo(A);

        assertThat(apply(add(C, C, "a")).message()).isEqualTo("`a` already exists on `p`");
        assertThat(apply(add(C, C, "renamed")).message()).isEqualTo("Record not unique: attr");
    }

    @ParameterizedTest
    @CsvSource({"forward-identity, p, back", "reverse-identity, p, a", "forward-identity, p, b"})
    void no_name_is_taken_twice(String identity, String etype, String label) {
        JsonArray link = add(B, B, "b");
        link.getJsonObject(1).put("value-type", "ref").put("reverse-identity", new JsonArray(List.of(C, "p", "back")));
        apply(link);
        JsonObject change = new JsonObject()
                .put("id", identity.startsWith("f") ? A : B)
                .put(identity, new JsonArray(List.of(EMAIL, etype, label)));

        assertThat(apply(new JsonArray().add("update-attr").add(change)).message())
                .isEqualTo("Record not unique: attr");
    }

    @Test
    void of_two_updates_only_the_first_counts() {
        apply(rename(A, A, "first"), rename(A, A, "second"));

        assertThat(attr("first").getString("id")).isEqualTo(A);
    }

    @Test
    void an_update_without_delete_rules_removes_them() {
        JsonArray link = add(B, B, "b");
        link.getJsonObject(1)
                .put("value-type", "ref")
                .put("reverse-identity", new JsonArray(List.of(C, "q", "back")))
                .put("on-delete", "cascade");
        apply(link);

        apply(rename(B, B, "renamed"));

        assertThat(attr("renamed").containsKey("on-delete")).isFalse();
    }

    @Test
    void what_some_entities_lack_cannot_be_made_required() {
        app.transact(step("update", "p", ENTITY, new JsonObject().put("other", 1)));

        Exchanges.Answer answer = apply(new JsonArray()
                .add("update-attr")
                .add(new JsonObject().put("id", A).put("required?", true)));

        assertThat(answer.message())
                .isEqualTo("Validation failed for attributes: Can't update attribute `a` to required because `p`"
                        + " already have entities without it");
        assertThat(answer.json().getJsonObject("hint").getJsonObject("input")).isEqualTo(new JsonObject().put("id", A));
    }

    @Test
    void attrs_of_the_system_stay_as_they_are() {
        JsonObject change = new JsonObject().put("id", EMAIL).put("index?", false);
        assertThat(apply(new JsonArray().add("update-attr").add(change)).status())
                .isEqualTo(200);
        assertThat(apply(new JsonArray().add("delete-attr").add(EMAIL)).status())
                .isEqualTo(200);

        change.put("forward-identity", new JsonArray(List.of(EMAIL, "$users", "email")));
        assertThat(apply(new JsonArray().add("update-attr").add(change)).message())
                .isEqualTo("Validation failed for attributes: $users.email is a system column and it already exists.");
    }

    @Test
    void steps_run_by_kind_in_the_order_in_which_the_kinds_appear() {
        JsonArray delete = new JsonArray().add("delete-attr").add(A);

        assertThat(apply(add(B, B, "b"), delete, add(C, C, "a")).message()).isEqualTo("`a` already exists on `p`");
        assertThat(apply(delete, add(B, B, "b"), add(C, C, "a")).status()).isEqualTo(200);
    }

    @Test
    void a_failure_leaves_no_step_done() {
        apply(add(B, B, "b"), rename(A, A, "renamed"), add(C, C, "b"));

        assertThat(labels()).containsExactlyInAnyOrder("a");
    }

    @Test
    void a_deleted_attr_frees_its_name_and_tells_what_it_was() {
        apply(new JsonArray().add("delete-attr").add(A));

        JsonObject deleted =
                app.get("/soft_deleted_attrs").json().getJsonArray("attrs").getJsonObject(0);
        assertThat(deleted.getJsonArray("forward-identity"))
                .isEqualTo(new JsonArray(List.of(A, A + "_deleted$p", A + "_deleted$a")));
        assertThat(deleted.getJsonObject("metadata")
                        .getJsonObject("soft_delete_snapshot")
                        .fieldNames())
                .containsExactlyInAnyOrder("id_attr_id", "is_indexed", "is_required");
        assertThat(apply(add(B, B, "a")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                EMAIL + ", index, errored, update-attr-start, invalid-attr-state-error",
                EMAIL + ", unique, errored, update-attr-start, invalid-attr-state-error",
                EMAIL + ", required, errored, update-attr, invalid-attr-state-error",
                EMAIL + ", remove-required, errored, update-attr, invalid-attr-state-error",
                EMAIL + ", check-data-type, errored, update-attr-start, invalid-attr-state-error",
                A + ", index, errored, estimate-work-with-undefineds, unexpected-error",
                A + ", required, errored, estimate-work, unexpected-error",
                A + ", unique, completed, update-attr-done, null",
                A + ", remove-index, completed, update-attr-done, null",
                A + ", check-data-type, completed, update-attr-done, null",
            })
    void a_job_on_an_attr_of_the_system_or_a_deleted_one_ends(
            String attr, String type, String status, String stage, String error) {
        apply(new JsonArray().add("delete-attr").add(A));
        JsonObject argument = new JsonObject().put("attr-id", attr).put("forward-identity", null);
        argument.put("checked-data-type", "string");

        JsonObject job = finished(apply(new JsonArray().add(type).add(argument)));

        assertThat(job.getString("job_status")).isEqualTo(status);
        assertThat(job.getString("job_stage")).isEqualTo(stage);
        assertThat(job.getString("error")).isEqualTo(error);
        assertThat(job.getValue("invalid_triples_sample")).isNull();
    }

    @Test
    void a_kind_that_was_never_created_can_be_required_nothing_of() {
        JsonObject argument = new JsonObject().put("attr-id", A).put("forward-identity", null);

        JsonObject job = finished(apply(new JsonArray().add("required").add(argument)));

        assertThat(job.getString("job_stage") + " " + job.getString("error"))
                .isEqualTo("estimate-work unexpected-error");
    }

    @Test
    void a_single_job_needs_a_living_attr() {
        apply(new JsonArray().add("delete-attr").add(A));

        assertThat(app.post("/indexing-jobs", new JsonObject().put("attr-id", A).put("job-type", "index"))
                        .json()
                        .getJsonObject("hint"))
                .isEqualTo(new JsonObject().put("attr-id", A).put("record-type", "attrs"));
    }

    @Test
    void a_failed_job_shows_whom_it_failed_for_until_they_are_gone() {
        app.transact(step("update", "p", ENTITY, new JsonObject().put("other", 1)));
        JsonObject argument = new JsonObject().put("attr-id", A).put("forward-identity", null);
        JsonObject failed = finished(apply(new JsonArray().add("required").add(argument)));
        assertThat(failed.getJsonObject("error_data").encode())
                .isEqualTo("{\"count\":1,\"etype\":\"p\",\"label\":\"a\",\"entity-ids\":[\"" + ENTITY + "\"]}");
        assertThat(failed.getJsonArray("invalid_triples_sample")).hasSize(1);

        app.transact(step("delete", "p", ENTITY));

        JsonObject again = job(failed.getString("id"));
        assertThat(again.getValue("invalid_triples_sample")).isNull();
        assertThat(again.getString("error")).isEqualTo("missing-required-error");
    }

    @Test
    void a_duplicate_shrinks_from_the_sample_when_it_is_repaired() {
        app.transact(
                step("update", "p", ENTITY, new JsonObject().put("a", "same")),
                step("update", "p", B, new JsonObject().put("a", "same")));
        JsonObject argument = new JsonObject().put("attr-id", A).put("forward-identity", null);
        JsonObject failed = finished(apply(new JsonArray().add("unique").add(argument)));
        assertThat(failed.getString("invalid_unique_value")).isEqualTo("same");
        assertThat(failed.getJsonArray("invalid_triples_sample")).hasSize(2);
        assertThat(attr("a").getBoolean("unique?")).isFalse();

        app.transact(step("update", "p", B, new JsonObject().put("a", "other")));

        assertThat(job(failed.getString("id")).getJsonArray("invalid_triples_sample"))
                .hasSize(1);
    }

    private JsonObject finished(Exchanges.Answer applied) {
        String id = applied.json()
                .getJsonObject("indexing-jobs")
                .getJsonArray("jobs")
                .getJsonObject(0)
                .getString("id");
        JsonObject job = job(id);
        while (job.getString("job_status").matches("waiting|processing")) {
            job = job(id);
        }
        return job;
    }

    private JsonObject job(String id) {
        return app.get("/indexing-jobs/" + id).json().getJsonObject("job");
    }

    private JsonObject attr(String label) {
        return attrs().getOrDefault(label, new JsonObject());
    }

    private List<String> labels() {
        return List.copyOf(attrs().keySet());
    }

    private Map<String, JsonObject> attrs() {
        Map<String, JsonObject> own = new TreeMap<>();
        app.get("/schema/pull").json().getJsonArray("attrs").stream()
                .map(JsonObject.class::cast)
                .filter(attr -> attr.getString("catalog").equals("user"))
                .forEach(attr -> own.put(attr.getJsonArray("forward-identity").getString(2), attr));
        return own;
    }

    private static JsonObject added(Exchanges.Answer applied) {
        return applied.json()
                .getJsonObject("transaction")
                .getJsonObject("results")
                .getJsonObject("add-attr");
    }

    private static JsonArray add(String id, String ident, String label) {
        return new JsonArray()
                .add("add-attr")
                .add(new JsonObject()
                        .put("id", id)
                        .put("forward-identity", new JsonArray(List.of(ident, "p", label)))
                        .put("value-type", "blob")
                        .put("cardinality", "one")
                        .put("unique?", false)
                        .put("index?", false));
    }

    private static JsonArray rename(String id, String ident, String label) {
        return new JsonArray()
                .add("update-attr")
                .add(new JsonObject().put("id", id).put("forward-identity", new JsonArray(List.of(ident, "p", label))));
    }

    private Exchanges.Answer apply(JsonArray... steps) {
        return app.post("/schema/steps/apply", new JsonObject().put("steps", new JsonArray(List.of(steps))));
    }
}
