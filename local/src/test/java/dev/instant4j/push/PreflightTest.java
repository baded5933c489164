package dev.instant4j.push;

import dev.instant4j.model.Schema;
import dev.instant4j.plan.Plan;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

class PreflightTest {
    private static final Schema POSTS = schema(
            entity("posts", string("slug").optional(), any("views").optional()),
            entity("people"),
            link("readers", hasMany("posts", "readers"), hasMany("people", "read")));

    private final PushedApp app = new PushedApp();

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void a_plan_that_checks_and_deletes_nothing_asks_nothing() {
        app.push(POSTS);

        assertThat(app.survey(app.plan(POSTS))).isEqualTo(Survey.NOTHING);
    }

    @Test
    void a_number_is_the_same_value_in_all_its_spellings() {
        app.push(POSTS);
        app.write("posts", new JsonObject().put("views", 1));
        app.write("posts", new JsonObject().put("views", 1.0));
        app.write("posts", new JsonObject().put("views", "1"));
        app.write("posts", new JsonObject());

        Survey survey = app.survey(app.plan(schema(
                entity(
                        "posts",
                        string("slug").optional(),
                        any("views").optional().unique()),
                entity("people"),
                POSTS.links().get(0))));

        assertThat(survey.affected()).singleElement().satisfies(affected -> {
            assertThat(affected.finding().code()).isEqualTo("IDB243");
            assertThat(affected.count()).isEqualTo(1);
        });
    }

    @Test
    void a_link_that_may_lead_to_one_only_is_checked_for_those_that_lead_to_several() {
        app.push(POSTS);
        String ann = app.write("people", new JsonObject());
        String bob = app.write("people", new JsonObject());
        String post = app.write("posts", new JsonObject().put("slug", "a"));
        app.write("posts", new JsonObject().put("slug", "b"));
        app.link("posts", post, "readers", ann);
        app.link("posts", post, "readers", bob);

        Survey survey = app.survey(app.plan(schema(
                POSTS.entities().get(0),
                entity("people"),
                link("readers", hasOne("posts", "readers").required(), hasMany("people", "read")))));

        assertThat(survey.affected())
                .extracting(affected -> affected.finding().code() + " " + affected.count())
                .containsExactly("IDB242 1", "IDB245 1");
    }

    @Test
    void the_entities_of_a_renamed_entity_are_found_under_the_old_name() {
        app.push(POSTS);
        app.write("posts", new JsonObject().put("slug", "a"));
        Plan plan = app.plan(
                schema(
                        entity(
                                "articles",
                                string("slug").optional(),
                                any("views").optional(),
                                string("must")),
                        entity("people"),
                        link("readers", hasMany("articles", "readers"), hasMany("people", "read"))),
                "posts:articles");

        assertThat(app.survey(plan).affected())
                .extracting(affected -> affected.finding().subject())
                .containsExactly("articles.must");
    }
}
