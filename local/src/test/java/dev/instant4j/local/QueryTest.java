package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.instant4j.local.TestApp.step;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTest {
    private static final String AUTHOR = "5eed0000-0000-4000-8000-00000000020";
    private static final String POST = "5eed0000-0000-4000-8000-00000000010";
    private static final String TITLE = "'fields': ['title']";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final TestApp app = TestApp.on(vertx, platform, schema());

    @BeforeAll
    void write() {
        app.transact(
                step("update", "authors", AUTHOR + 1, new JsonObject().put("name", "ann")),
                step("update", "authors", AUTHOR + 2, new JsonObject().put("name", "bob")),
                step("update", "posts", POST + 1, post("one 100%", 1).put("body", "x")),
                step("update", "posts", POST + 2, post("two", 2)),
                step("update", "posts", POST + 3, post("Three", 2).put("body", "y")),
                step("update", "posts", POST + 4, new JsonObject().put("title", "four")),
                step("link", "posts", POST + 1, new JsonObject().put("author", AUTHOR + 1)),
                step("link", "posts", POST + 2, new JsonObject().put("author", AUTHOR + 2)));
    }

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title': {'$in': ['two', 'four', 'none']}} | two four",
                "{'views': {'$not': 2}} | one_100% four",
                "{'views': {'$ne': 1}} | two Three four",
                "{'body': {'$not': 'x'}} | two Three four",
                "{'body': {'$isNull': true}} | two four",
                "{'body': {'$isNull': false}} | one_100% Three",
                "{'author': {'$isNull': true}} | Three four",
                "{'author.name': {'$not': 'ann'}} | two Three four",
                "{'author.name': {'$isNull': true}} | Three four",
                "{'title': {'$like': 't%'}} | two",
                "{'title': {'$ilike': 'T%'}} | two Three",
                "{'title': {'$like': '____'}} | four",
                "{'title': {'$like': '%\\\\%'}} | one_100%",
                "{'or': [{'title': 'two'}, {'views': 1}]} | one_100% two",
                "{'and': [{'views': 2}, {'or': [{'body': 'y'}, {'title': 'four'}]}]} | Three",
                "{'views': 2, 'author.name': 'bob'} | two",
                "{'views': 9} | ``",
                "{'or': {}} | ``",
                "{'none': {'$not': 1}} | ``"
            })
    void a_condition_finds_what_it_says(String where, String titles) {
        JsonArray found = posts("{'posts': {'$': {'where': " + where + ", " + TITLE + "}}}");

        assertThat(titles(found)).isEqualTo(titles);
    }

    @Test
    void entities_are_found_from_the_other_end_of_a_link() {
        JsonObject answer =
                app.query("{'authors': {'$': {'where': {'posts.views': 2}}}}").json();

        assertThat(answer.getJsonArray("authors").getJsonObject(0).getString("name"))
                .isEqualTo("bob");
        assertThat(answer.getJsonArray("authors")).hasSize(1);
    }

    @Test
    void conditions_on_linked_entities_choose_among_them() {
        JsonObject answer = app.query("{'authors': {'posts': {'$': {'where': {'views': 1}, 'limit': 1}}}}")
                .json();

        assertThat(answer.getJsonArray("authors").getJsonObject(0).getJsonArray("posts"))
                .hasSize(1);
        assertThat(answer.getJsonArray("authors").getJsonObject(1).getJsonArray("posts"))
                .isEmpty();
    }

    @Test
    void a_cursor_goes_on_where_a_page_ended() {
        String attr = attr("views");

        JsonArray after = posts("{'posts': {'$': {'order': {'views': 'asc'}, 'after': ['" + POST + "2', '" + attr
                + "', 2, 1], " + TITLE + "}}}");
        JsonArray before = posts("{'posts': {'$': {'order': {'views': 'asc'}, 'before': ['" + POST + "2', '" + attr
                + "', 2, 1], 'last': 1, " + TITLE + "}}}");

        assertThat(titles(after)).isEqualTo("Three");
        assertThat(titles(before)).isEqualTo("one_100%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'limit': 0 | The limit field must be a positive integer. Got 0.",
                "'first': 1, 'last': 1 | Only provide one of ```first``` or ```last```.",
                "'offset': -1 | The offset field must be a non-negative integer. Got -1.",
                "'order': {'title': 'up'} | We only support \"asc\" or \"desc\" in the ```order``` clause. Got \"up\".",
                "'order': {'body': 'asc'} | The ```posts.body``` attribute is not indexed. Only indexed and typed"
                        + " attributes can be used to order by.",
                "'order': {'none': 'asc'} | There is no ```none``` attribute for posts.",
                "'where': {'body': {'$gt': 'a'}} | The ```posts.body``` attribute must be indexed to use comparison"
                        + " operators.",
                "'where': {'views': {'$gt': 'a'}} | The data type of ```posts.views``` is ```number```, but the query"
                        + " got the value ```\"a\"``` of type ```string```.",
                "'where': {'or': []} | The list of ```or``` conditions can't be empty.",
                "'after': [1] | Expected a join row with 4 items for the cursor, got [1].",
                "'colour': 1 | We only support ```where```, ```order```, ```limit```, ```offset```, ```before```,"
                        + " and ```after``` clauses."
            })
    void what_a_query_can_not_say_is_refused(String options, String message) {
        Exchanges.Answer answer = app.query("{'posts': {'$': {" + options + "}}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("message"))
                .isEqualTo("Validation failed for query: " + message.replace("```", "`"));
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        Exchanges.Answer answer = app.query("{'posts': {'$': {'order': {'title': 'asc'}, 'after': ['" + POST + "2', '"
                + attr("views") + "', 2, 1]}}}");

        assertThat(answer.json().getString("message"))
                .isEqualTo("Validation failed for query: Invalid after cursor. The query orders by `title`, but the"
                        + " query that returned the cursor orders by `views`.");
    }

    private JsonArray posts(String query) {
        Exchanges.Answer answer = app.query(query);
        assertThat(answer.status()).as(query + " " + answer.body()).isEqualTo(200);
        return answer.json().getJsonArray("posts");
    }

    private String attr(String label) {
        JsonObject schema = app.get("/schema/pull").json().getJsonObject("schema");
        return schema.getJsonObject("blobs")
                .getJsonObject("posts")
                .getJsonObject(label)
                .getString("id");
    }

    private static String titles(JsonArray posts) {
        List<String> titles = posts.stream()
                .map(post -> ((JsonObject) post).getString("title").replace(' ', '_'))
                .toList();
        return String.join(" ", titles);
    }

    private static JsonObject post(String title, int views) {
        return new JsonObject().put("title", title).put("views", views);
    }

    private static JsonObject schema() {
        return new JsonObject("""
                {"entities": {
                   "posts": {"attrs": {
                     "title": {"valueType": "string", "required": false, "config": {"indexed": true, "unique": false}},
                     "views": {"valueType": "number", "required": false, "config": {"indexed": true, "unique": false}},
                     "body": {"valueType": "string", "required": false, "config": {"indexed": false, "unique": false}}}},
                   "authors": {"attrs": {
                     "name": {"valueType": "string", "required": false, "config": {"indexed": true, "unique": true}}}}},
                 "links": {"author": {"forward": {"on": "posts", "has": "one", "label": "author"},
                                      "reverse": {"on": "authors", "has": "many", "label": "posts"}}},
                 "rooms": {}}
                """);
    }
}
