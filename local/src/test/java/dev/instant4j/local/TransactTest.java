package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static dev.instant4j.local.TestApp.step;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactTest {
    private static final String ANN = "5eed0000-0000-4000-8000-000000000201";
    private static final String BOB = "5eed0000-0000-4000-8000-000000000202";
    private static final String POST = "5eed0000-0000-4000-8000-000000000101";
    private static final String COMMENT = "5eed0000-0000-4000-8000-000000000301";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void deleting_an_entity_takes_those_along_whose_links_cascade() {
        TestApp app = blog();
        app.transact(
                step("update", "authors", ANN, new JsonObject().put("name", "ann")),
                step("update", "posts", POST, new JsonObject().put("title", "p")),
                step("update", "comments", COMMENT, new JsonObject().put("text", "c")),
                step("link", "posts", POST, new JsonObject().put("author", ANN)),
                step("link", "comments", COMMENT, new JsonObject().put("post", POST)));

        app.transact(step("delete", "authors", ANN));

        assertThat(app.entities("authors")).isEmpty();
        assertThat(app.entities("posts")).isEmpty();
        assertThat(app.entities("comments")).isEmpty();
    }

    @Test
    void a_transaction_that_fails_leaves_nothing_behind() {
        TestApp app = blog();

        Exchanges.Answer answer = app.transact(
                step("update", "authors", ANN, new JsonObject().put("name", "same")),
                step("update", "authors", BOB, new JsonObject().put("name", "same")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("type")).isEqualTo("record-not-unique");
        assertThat(app.entities("authors")).isEmpty();
    }

    @Test
    void an_entity_can_be_created_once_only() {
        TestApp app = blog();
        app.transact(step("create", "authors", ANN, new JsonObject().put("name", "ann")));

        Exchanges.Answer answer = app.transact(step("create", "authors", ANN, new JsonObject().put("name", "ann")));

        assertThat(answer.json().getString("message"))
                .isEqualTo("Validation failed for tx-step: Creating entities that exist: " + ANN + ", " + ANN);
    }

    @Test
    void an_update_that_must_not_insert_needs_the_entity() {
        Exchanges.Answer answer = blog().transact(
                        step("update", "authors", ANN, new JsonObject(), new JsonObject().put("upsert", false)));

        assertThat(answer.json().getString("message")).contains("Updating entities that don't exist: " + ANN);
    }

    @Test
    void merging_changes_the_named_members_only_and_null_removes_one() {
        TestApp app = blog();
        JsonObject meta = new JsonObject()
                .put("a", new JsonObject().put("x", 1).put("y", 2))
                .put("b", 3);
        app.transact(step("update", "posts", POST, new JsonObject().put("meta", meta)));

        JsonObject change =
                new JsonObject().put("a", new JsonObject().put("x", 9)).put("b", null);
        app.transact(step("merge", "posts", POST, new JsonObject().put("meta", change)));

        assertThat(app.entities("posts").getJsonObject(0).getJsonObject("meta"))
                .isEqualTo(
                        new JsonObject().put("a", new JsonObject().put("x", 9).put("y", 2)));
    }

    @Test
    void attrs_that_the_schema_lacks_are_made_on_the_fly() {
        TestApp app = blog();

        app.transact(step("update", "tags", ANN, new JsonObject().put("label", "red")));

        assertThat(app.entities("tags").getJsonObject(0).getString("label")).isEqualTo("red");
    }

    @Test
    void values_too_large_for_an_index_are_refused_by_the_byte() {
        TestApp app = blog();

        assertThat(named(app, 1012).status()).isEqualTo(200);
        assertThat(named(app, 1013).json().getString("message"))
                .isEqualTo("Value is too large for a unique attribute.");
    }

    @Test
    void numbers_come_back_as_they_were_written() {
        TestApp app = blog();
        String exact = "[1.0,12345678901234567890,0.1234567890123456789,1e3]";

        app.transact(step("update", "posts", POST, new JsonObject("{\"meta\":{\"n\":" + exact + "},\"title\":\"t\"}")));

        assertThat(app.entities("posts")
                        .getJsonObject(0)
                        .getJsonObject("meta")
                        .getJsonArray("n")
                        .getValue(1))
                .hasToString("12345678901234567890");
    }

    private static Exchanges.Answer named(TestApp app, int length) {
        return app.transact(step("update", "authors", ANN, new JsonObject().put("name", "x".repeat(length))));
    }

    private TestApp blog() {
        JsonObject schema = new JsonObject("""
                {"entities": {
                  "authors": {"attrs": {"name": {"valueType": "string", "config": {"unique": true}}}},
                  "posts": {"attrs": {"title": {"valueType": "string"}, "meta": {"valueType": "json"}}},
                  "comments": {"attrs": {"text": {"valueType": "string"}}}},
                 "links": {
                  "postsAuthor": {
                    "forward": {"on": "posts", "has": "one", "label": "author", "onDelete": "cascade"},
                    "reverse": {"on": "authors", "has": "many", "label": "posts"}},
                  "commentsPost": {
                    "forward": {"on": "comments", "has": "one", "label": "post", "onDelete": "cascade"},
                    "reverse": {"on": "posts", "has": "many", "label": "comments"}}}}
                """);
        return TestApp.on(vertx, platform, schema);
    }
}
