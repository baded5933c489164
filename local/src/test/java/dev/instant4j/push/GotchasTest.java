package dev.instant4j.push;

import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Finding;
import dev.instant4j.model.JobType;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.plan.Plan;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes wrong with the reference tools or by careless steps, and must not here. */
class GotchasTest {
    private final PushedApp app = new PushedApp();

    @AfterEach
    void close() {
        app.close();
    }

    private static Schema posts(Attr... attrs) {
        return schema(entity("posts", attrs));
    }

    private static Schema linked(LinkEnd forward, LinkEnd reverse) {
        return schema(entity("posts"), entity("people"), link("author", forward, reverse));
    }

    private StoredAttr stored(String entity, String label) {
        return app.attrs().byName(new AttrName(entity, label)).orElseThrow();
    }

    private static List<String> steps(Plan plan) {
        return plan.stages().stream()
                .flatMap(stage -> stage.steps().stream())
                .map(step -> step.getClass().getSimpleName())
                .toList();
    }

    private static List<String> codes(Plan plan) {
        return plan.findings().stream().map(Finding::code).toList();
    }

    @Test
    void a_renamed_link_keeps_both_of_its_cascades() {
        app.push(linked(
                hasOne("posts", "author").onDelete(CASCADE),
                hasOne("people", "post").onDelete(CASCADE)));

        app.push(
                linked(
                        hasOne("posts", "writer").onDelete(CASCADE),
                        hasOne("people", "post").onDelete(CASCADE)),
                "posts.author:posts.writer");

        assertThat(stored("posts", "writer").onDelete()).isEqualTo(CASCADE);
        assertThat(stored("posts", "writer").onDeleteReverse()).isEqualTo(CASCADE);
    }

    @Test
    void a_link_gets_name_cardinality_and_cascades_in_one_update() {
        app.push(linked(hasMany("posts", "authors"), hasMany("people", "posts")));

        Schema wanted = linked(hasOne("posts", "author").onDelete(CASCADE), hasMany("people", "articles"));
        Plan plan = app.plan(wanted, "posts.authors:posts.author", "people.posts:people.articles");
        app.push(plan);

        assertThat(steps(plan)).containsExactly("UpdateAttr");
        assertThat(app.plan(wanted).isEmpty()).isTrue();
    }

    @Test
    void the_old_name_of_a_renamed_attr_is_free_although_the_server_named_it() {
        app.additively(posts(string("name")));

        app.push(posts(string("title")), "posts.name:posts.title");
        app.push(posts(string("title"), string("name").optional()));

        assertThat(stored("posts", "name").id())
                .isNotEqualTo(stored("posts", "title").id());
    }

    @Test
    void an_attr_gets_another_name_and_a_new_one_gets_its_old_name_in_one_push() {
        app.push(posts(string("x")));
        app.write("posts", new JsonObject().put("x", "old"));

        app.push(posts(string("y"), string("x").optional()), "posts.x:posts.y");

        assertThat(app.read("posts").getJsonObject(0).getString("y")).isEqualTo("old");
        assertThat(app.read("posts").getJsonObject(0).containsKey("x")).isFalse();
    }

    @Test
    void a_link_becomes_an_attr_of_the_same_name_beside_new_entities_and_attrs() {
        app.push(linked(hasOne("posts", "author"), hasMany("people", "posts")));
        Schema wanted = schema(entity("posts", string("author")), entity("people", number("age")), entity("tags"));

        app.push(app.plan(wanted), "posts.author");

        assertThat(app.plan(wanted).isEmpty()).isTrue();
        assertThat(stored("posts", "author").isLink()).isFalse();
    }

    @Test
    void names_are_exchanged_and_every_value_goes_with_its_attr() {
        app.push(posts(string("a"), number("b")));
        app.write("posts", new JsonObject().put("a", "text").put("b", 1));

        app.push(posts(number("a"), string("b")), "posts.a:posts.b", "posts.b:posts.a");

        assertThat(app.read("posts").getJsonObject(0).getInteger("a")).isEqualTo(1);
        assertThat(app.read("posts").getJsonObject(0).getString("b")).isEqualTo("text");
    }

    @Test
    void a_link_written_the_other_way_round_is_the_same_link() {
        app.push(linked(hasOne("posts", "author").onDelete(CASCADE), hasMany("people", "posts")));

        assertThat(app.plan(linked(
                                hasMany("people", "posts"),
                                hasOne("posts", "author").onDelete(CASCADE)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void no_attr_gets_opposite_jobs_in_one_push() {
        app.push(posts(string("a").indexed().unique()));

        Plan plan = app.plan(posts(number("a").optional()));

        assertThat(plan.stages().get(0).steps())
                .filteredOn(Step.StartJob.class::isInstance)
                .extracting(step -> ((Step.StartJob) step).type())
                .containsExactlyInAnyOrder(
                        JobType.REMOVE_INDEX, JobType.REMOVE_UNIQUE, JobType.REMOVE_REQUIRED, JobType.CHECK_DATA_TYPE);
        assertThat(app.push(plan).isComplete()).isTrue();
    }

    @Test
    void a_new_required_attr_of_an_entity_with_data_is_found_before_anything_is_sent() {
        app.push(posts(string("a")));
        app.write("posts", new JsonObject().put("a", "x"));

        Plan plan = app.plan(posts(string("a"), string("must")));

        assertThat(codes(plan)).containsExactly("IDB211");
        assertThat(app.survey(plan).findings()).extracting(Finding::code).containsExactly("IDB241");
    }

    @Test
    void a_link_that_becomes_unique_over_duplicates_is_found_before_and_fails_nothing_else() {
        app.push(linked(hasOne("posts", "author"), hasMany("people", "posts")));
        String ann = app.write("people", new JsonObject());
        for (int i = 0; i < 2; i++) {
            app.link("posts", app.write("posts", new JsonObject()), "author", ann);
        }
        Schema wanted = linked(hasOne("posts", "author").onDelete(CASCADE), hasOne("people", "post"));

        Plan plan = app.plan(wanted, "people.posts:people.post");
        PushResult result = app.push(plan);

        assertThat(app.survey(plan).findings()).extracting(Finding::code).contains("IDB243");
        assertThat(result.failedJobs())
                .singleElement()
                .satisfies(job -> assertThat(job.type()).isEqualTo(JobType.UNIQUE));
        assertThat(stored("people", "post").onDelete()).isEqualTo(CASCADE);
    }

    @Test
    void a_required_attr_of_a_system_entity_is_an_error_before_any_request() {
        for (String entity : List.of("$users", "$files", "$streams")) {
            Plan plan = app.plan(schema(entity(entity, string("nick"))));

            assertThat(plan.findings(Severity.ERROR)).extracting(Finding::code).containsExactly("IDB103");
        }
    }

    @Test
    void attrs_of_the_platform_itself_are_never_planned_even_those_it_hides() {
        Plan plan = app.plan(schema(
                entity(
                        "$files",
                        string("path").unique().indexed(),
                        number("size").indexed(),
                        string("location-id")),
                entity("$users", string("email").optional().unique().indexed()),
                entity("$streams", string("machineId").optional())));

        assertThat(plan.findings(Severity.ERROR)).isEmpty();
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void an_entity_without_attrs_is_made_and_found_again() {
        app.push(schema(entity("empty")));

        assertThat(app.plan(schema(entity("empty"))).isEmpty()).isTrue();
        assertThat(stored("empty", "id").isUnique()).isTrue();
    }

    @Test
    void an_entity_known_by_links_only_becomes_one_and_keeps_its_links() {
        app.additively(schema(
                entity("posts", string("a")),
                entity("ghosts"),
                link("ghosts", hasMany("posts", "ghosts"), hasMany("ghosts", "posts"))));

        Plan plan = app.plan(schema(
                entity("posts", string("a")),
                entity("ghosts"),
                link("ghosts", hasMany("posts", "ghosts"), hasMany("ghosts", "posts"))));
        app.push(plan);

        assertThat(steps(plan)).containsExactly("AddAttr");
        assertThat(stored("ghosts", "id").isLink()).isFalse();
    }

    @Test
    void nothing_and_null_both_lack_a_required_attr() {
        app.push(posts(string("a").optional()));
        app.write("posts", new JsonObject().put("a", "x"));
        app.write("posts", new JsonObject().putNull("a"));
        app.write("posts", new JsonObject());

        Survey survey = app.survey(app.plan(posts(string("a"))));

        assertThat(survey.affected())
                .singleElement()
                .satisfies(affected -> assertThat(affected.count()).isEqualTo(2));
    }

    @Test
    void values_of_the_old_type_are_found_before_and_the_old_type_stays_when_the_job_fails() {
        app.push(posts(number("a")));
        app.write("posts", new JsonObject().put("a", 1));

        Plan plan = app.plan(posts(string("a")));
        PushResult result = app.push(plan);

        assertThat(app.survey(plan).findings()).extracting(Finding::code).containsExactly("IDB244");
        assertThat(result.failedJobs()).hasSize(1);
        assertThat(app.plan(posts(number("a"))).isEmpty()).isTrue();
    }

    @Test
    void what_failed_after_the_transaction_is_told_and_the_same_push_does_it_once_the_data_allow_it() {
        app.push(posts(string("a")));
        String first = app.write("posts", new JsonObject().put("a", "same"));
        app.write("posts", new JsonObject().put("a", "same"));
        Schema wanted = posts(string("a").unique(), string("more").optional());

        PushResult failed = app.push(wanted);
        app.update("posts", first, new JsonObject().put("a", "other"));
        PushResult done = app.push(wanted);

        assertThat(failed.isComplete()).isFalse();
        assertThat(failed.missing()).hasSize(1);
        assertThat(stored("posts", "more").isRequired()).isFalse();
        assertThat(done.isComplete()).isTrue();
    }

    @Test
    void nothing_is_deleted_that_was_not_allowed_by_name() {
        app.push(posts(string("a"), string("b").optional()));
        app.write("posts", new JsonObject().put("a", "x").put("b", "y"));

        assertThatThrownBy(() -> app.push(app.plan(posts(string("a"))))).hasMessageContaining("posts.b");

        assertThat(app.read("posts").getJsonObject(0).getString("b")).isEqualTo("y");
    }
}
