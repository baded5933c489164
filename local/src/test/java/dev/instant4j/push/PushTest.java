package dev.instant4j.push;

import dev.instant4j.diff.RulesDiff;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.DefinitionException;
import dev.instant4j.error.DestructivePlanException;
import dev.instant4j.error.StalePlanException;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobType;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.plan.Plan;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PushTest {
    private static final Rules DENY = rules(byDefault(deny()));
    private static final Schema POSTS = schema(
            entity(
                    "posts",
                    string("title"),
                    string("slug").optional(),
                    number("views").optional()),
            entity("people", string("name")),
            link("author", hasOne("posts", "author").onDelete(CASCADE), hasMany("people", "posts")));

    private final PushedApp app = new PushedApp();

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void what_was_pushed_is_complete_and_needs_no_second_push() {
        Definition wanted = new Definition(POSTS, DENY);

        PushResult result = app.push(app.plan(wanted));

        assertThat(result.isComplete()).isTrue();
        assertThat(result.jobs()).isEmpty();
        assertThat(app.plan(wanted).isEmpty()).isTrue();
        assertThat(RulesDiff.between(app.rules(), DENY)).isEmpty();
    }

    @Test
    void a_renamed_attr_keeps_its_values() {
        app.push(POSTS);
        app.write("posts", new JsonObject().put("title", "hello"));
        Schema renamed = schema(
                entity(
                        "posts",
                        string("headline").renamedFrom("title"),
                        string("slug").optional(),
                        number("views").optional()),
                entity("people", string("name")),
                link("author", hasOne("posts", "author").onDelete(CASCADE), hasMany("people", "posts")));

        app.push(renamed);

        assertThat(app.read("posts").getJsonObject(0).getString("headline")).isEqualTo("hello");
        assertThat(app.plan(renamed).isEmpty()).isTrue();
    }

    @Test
    void a_renamed_entity_keeps_its_values_and_links_on_both_sides() {
        app.push(POSTS);
        String ann = app.write("people", new JsonObject().put("name", "ann"));
        String post = app.write("posts", new JsonObject().put("title", "hello"));
        app.link("posts", post, "author", ann);
        Schema renamed = schema(
                entity(
                        "articles",
                        string("title"),
                        string("slug").optional(),
                        number("views").optional()),
                entity("persons", string("name")),
                link("author", hasOne("articles", "author").onDelete(CASCADE), hasMany("persons", "posts")));

        Plan plan = app.plan(renamed, "posts:articles", "people:persons");
        app.push(plan);

        assertThat(plan.counts().renamed()).isEqualTo(2);
        JsonObject article = app.read("articles", "author").getJsonObject(0);
        assertThat(article.getString("title")).isEqualTo("hello");
        assertThat(article.getJsonArray("author").getJsonObject(0).getString("name"))
                .isEqualTo("ann");
        assertThat(app.plan(renamed).isEmpty()).isTrue();
    }

    @Test
    void two_attrs_exchange_their_names_over_two_stages() {
        app.push(schema(entity("posts", string("a"), string("b"))));
        app.write("posts", new JsonObject().put("a", "was a").put("b", "was b"));

        Plan plan = app.plan(schema(entity("posts", string("a"), string("b"))), "posts.a:posts.b", "posts.b:posts.a");
        app.push(plan);

        assertThat(plan.stages()).hasSize(2);
        assertThat(app.read("posts").getJsonObject(0).getString("a")).isEqualTo("was b");
        assertThat(app.read("posts").getJsonObject(0).getString("b")).isEqualTo("was a");
    }

    @Test
    void a_renamed_link_keeps_its_cascade_when_its_cardinality_changes_too() {
        app.push(schema(
                entity("posts"),
                entity("people"),
                link("author", hasOne("posts", "author").onDelete(CASCADE), hasOne("people", "post"))));
        Schema wanted = schema(
                entity("posts"),
                entity("people"),
                link("author", hasOne("posts", "writer").onDelete(CASCADE), hasMany("people", "posts")));

        app.push(wanted, "posts.author:posts.writer");

        assertThat(app.plan(wanted).isEmpty()).isTrue();
    }

    @Test
    void a_blob_becomes_a_link_of_the_same_name_when_that_is_allowed() {
        app.push(schema(entity("posts", string("author")), entity("people")));
        Schema wanted = schema(
                entity("posts"),
                entity("people"),
                entity("more", string("x")),
                link("author", hasOne("posts", "author"), hasMany("people", "posts")));

        app.push(app.plan(wanted), "posts.author");

        assertThat(app.plan(wanted).isEmpty()).isTrue();
    }

    @Test
    void deleting_without_consent_changes_nothing() {
        app.push(POSTS);
        Plan plan = app.plan(schema(entity("posts", string("title")), entity("people", string("name"))));

        assertThatThrownBy(() -> app.push(plan))
                .isInstanceOf(DestructivePlanException.class)
                .hasMessageContaining("posts.slug")
                .hasMessageContaining("nothing was changed");
        assertThat(app.plan(POSTS).isEmpty()).isTrue();
    }

    @Test
    void a_plan_with_errors_is_not_pushed() {
        Plan plan = app.plan(schema(entity("$things")));

        assertThatThrownBy(() -> app.push(plan)).isInstanceOf(DefinitionException.class);
    }

    @Test
    void a_plan_for_what_the_app_no_longer_is_is_refused() {
        app.push(POSTS);
        Plan plan = app.plan(schema(entity("posts", string("title"))));
        app.push(schema(
                entity(
                        "posts",
                        string("title"),
                        string("slug").optional(),
                        number("views").optional(),
                        bool("new").optional()),
                entity("people", string("name")),
                link("author", hasOne("posts", "author").onDelete(CASCADE), hasMany("people", "posts"))));

        assertThatThrownBy(() -> app.push(plan, "people", "posts.slug", "posts.views"))
                .isInstanceOf(StalePlanException.class);
    }

    @Test
    void a_failed_job_is_told_with_samples_and_the_rest_holds() {
        app.push(POSTS);
        app.write("posts", new JsonObject().put("title", "same").put("views", 1));
        app.write("posts", new JsonObject().put("title", "same").put("views", 2));
        Schema wanted = schema(
                entity(
                        "posts",
                        string("title").unique(),
                        string("slug").optional(),
                        number("views").indexed().optional()),
                entity("people", string("name")),
                link("author", hasOne("posts", "author").onDelete(CASCADE), hasMany("people", "posts")));

        PushResult result = app.push(wanted);

        assertThat(result.failedJobs()).singleElement().satisfies(job -> {
            assertThat(job.type()).isEqualTo(JobType.UNIQUE);
            assertThat(job.failed().map(Job.Failure::error)).contains("triple-not-unique-error");
            assertThat(job.failed().map(failure -> failure.samples().size())).contains(2);
        });
        assertThat(result.isComplete()).isFalse();
        assertThat(app.plan(wanted).counts().changed()).isEqualTo(1);
    }

    @Test
    void what_the_platform_refuses_leaves_schema_and_rules_as_they_were() {
        Rules before = rules(namespace("posts", view("true"), otherwise("false")));
        app.push(app.plan(new Definition(POSTS, before)));
        app.write("posts", new JsonObject().put("title", "hello"));
        Schema wanted = schema(
                entity(
                        "posts",
                        string("title"),
                        string("slug").optional(),
                        number("views").optional(),
                        string("must")),
                entity("people", string("name")),
                entity("notes", string("text")),
                link("author", hasOne("posts", "author").onDelete(CASCADE), hasMany("people", "posts")));

        Plan plan = app.plan(new Definition(wanted, DENY));

        assertThatThrownBy(() -> app.push(plan))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("must");
        assertThat(app.plan(new Definition(POSTS, before)).isEmpty()).isTrue();
    }
}
