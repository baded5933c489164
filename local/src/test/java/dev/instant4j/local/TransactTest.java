package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        JsonArray last =
                answer.json().getJsonObject("hint").getJsonArray("input").getJsonArray(1);
        assertThat(last.getString(0)).isEqualTo("add-triple");
        assertThat(last.getValue(3)).isEqualTo("ann");
        assertThat(last.getJsonObject(4)).isEqualTo(new JsonObject().put("mode", "create"));
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['zzz', 'posts', 'POST', {}] | ['delete-attr'] | [0, 0]",
                "['UPDATE', 'posts', 'POST', {}] | ['delete-attr'] | [0, 0]",
                "['update'] | 'string?' | [0]",
                "['update', 1, 'POST', {}] | 'string?' | [0, 1]",
                "['update', 'posts'] | 'instant.admin.model/lookup' | [0]",
                "['update', 'posts', 'POST'] | 'map?' | [0]",
                "['update', 'posts', 'POST', 'x'] | 'map?' | [0, 3]",
                "['link', 'posts', 'POST', {'author': null}] | 'instant.admin.model/lookup?' | [0, 3, 'author', 1]",
                "['link', 'posts', 'POST', {'author': [5]}] | 'instant.admin.model/lookup?' | [0, 3, 'author', 1, 0]",
                "['add-attr', 'x'] | 'map?' | [0, 1]",
                "['delete-attr', 'x'] | 'instant.admin.model/coercible-uuid?' | [0, 1]",
                "[] | ['delete-attr'] | [0]"
            })
    void a_step_of_another_shape_is_refused_with_its_place(String step, String expected, String in) {
        JsonArray steps = json("[" + step.replace("POST", POST) + "]");

        JsonObject answer =
                blog().admin("/transact", new JsonObject().put("steps", steps)).json();

        JsonObject error =
                json("[{'expected': " + expected + ", 'in': " + in + "}]").getJsonObject(0);
        assertThat(answer.getString("message")).isEqualTo("Validation failed for steps");
        assertThat(answer.getJsonObject("hint").getJsonArray("errors").getJsonObject(0))
                .isEqualTo(error);
        assertThat(answer.getJsonObject("hint").getJsonArray("input")).isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'a', 'title': 'b'} | lookup must be an object with a single unique attr and value.",
                "'lookup__name__zz' | lookup value is invalid",
                "['text', 'x'] | text is not a unique attribute on authors",
                "['posts.name', 'x'] | posts.name is not a valid lookup attribute."
            })
    void a_lookup_that_can_find_nothing_is_refused(String lookup, String message) {
        TestApp app = blog();
        app.transact(step("update", "authors", BOB, new JsonObject().put("text", "x")));

        JsonArray steps = json("[['update', 'authors', " + lookup + ", {}]]");
        JsonObject answer =
                app.admin("/transact", new JsonObject().put("steps", steps)).json();

        assertThat(answer.getString("message")).isEqualTo("Validation failed for lookup: " + message);
        assertThat(answer.getJsonObject("hint").getValue("input"))
                .isEqualTo(steps.getJsonArray(0).getValue(2));
    }

    @Test
    void an_entity_is_found_by_what_only_it_leads_to() {
        TestApp app = TestApp.on(vertx, platform, new JsonObject("""
                {"entities": {"people": {"attrs": {"name": {"valueType": "string", "required": false}}},
                              "desks": {"attrs": {"place": {"valueType": "string", "required": false}}}},
                 "links": {"desk": {"forward": {"on": "people", "has": "one", "label": "desk"},
                                    "reverse": {"on": "desks", "has": "one", "label": "owner"}}}}
                """));
        app.transact(step("update", "desks", BOB, new JsonObject()));

        for (String name : new String[] {"ann", "bob"}) {
            app.transact(step(
                    "update", "people", new JsonArray().add("desk.id").add(BOB), new JsonObject().put("name", name)));
        }

        assertThat(app.entities("people")).hasSize(1);
        assertThat(app.entities("people").getJsonObject(0).getString("name")).isEqualTo("bob");
        assertThat(app.entities("people").getJsonObject(0).getString("desk")).isEqualTo(BOB);
    }

    @Test
    void a_link_to_an_entity_that_is_looked_up_and_missing_is_refused() {
        JsonObject target = new JsonObject().put("author", new JsonObject().put("name", "zzz"));

        JsonObject answer = blog().transact(step("link", "posts", POST, target)).json();

        assertThat(answer.getString("message"))
                .isEqualTo("Validation failed for lookup: The entity for the lookup does not exist.");
        assertThat(answer.getJsonObject("hint").getJsonObject("input").fieldNames())
                .containsExactlyInAnyOrder("attribute-id", "namespace", "label", "value");
    }

    @Test
    void texts_that_can_not_be_stored_are_refused() {
        JsonObject meta = new JsonObject().put("meta", new JsonArray().add("a\0b"));

        assertThat(blog().transact(step("update", "posts", POST, meta)).json().getString("message"))
                .isEqualTo("A value in the transaction contains null bytes, which cannot be stored.");
    }

    private static JsonArray json(String text) {
        return new JsonArray(text.replace('\'', '"'));
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
