package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.instant4j.local.TestApp.step;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTest {
    private static final String AUTHOR = "5eed0000-0000-4000-8000-00000000020";
    private static final String POST = "5eed0000-0000-4000-8000-00000000010";
    private static final String TITLE = "'fields': ['title']";

    private final Vertx vertx = Vertx.vertx();
    private final ManualClock clock = new ManualClock();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory().withClock(clock)).await();
    private final TestApp app = TestApp.on(vertx, platform, schema());

    @BeforeAll
    void write() {
        app.transact(
                step("update", "authors", AUTHOR + 1, new JsonObject().put("name", "ann")),
                step("update", "authors", AUTHOR + 2, new JsonObject().put("name", "bob")),
                step(
                        "update",
                        "posts",
                        POST + 1,
                        post("one 100%", 1).put("body", "x").put("at", "2024-01-01")),
                step("update", "posts", POST + 2, post("two", 2).put("at", 1704067201000L)),
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
                "{'views': {'$gt': 1}} | two Three",
                "{'author': '" + AUTHOR + "2'} | two",
                "{'author': {'$not': '" + AUTHOR + "1'}} | two Three four",
                "{'author.id': {'$in': ['" + AUTHOR + "1', '" + AUTHOR + "2']}} | one_100% two",
                "{'author.posts.title': 'two'} | two",
                "{'at': '2024-01-01'} | one_100%",
                "{'at': {'$in': ['2024-01-01T00:00:00Z', 1704067201000]}} | one_100% two",
                "{'at': {'$gt': '2024-01-01'}} | two",
                "{'at': {'$not': 1704067200000}} | two Three four",
                "{'at': {'$lte': 1704067200000}} | one_100%",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title': ['x']} | map? | 1",
                "{'title': {'$in': 'x'}} | vector? | 1 $in",
                "{'title': {'$in': ['x', null]}} | instant.db.instaql/where-value-valid? | 1 $in 1",
                "{'title': {'$gt': null}} | boolean? | 1 $gt",
                "{'title': {'$isNull': 1}} | boolean? | 1 $isNull",
                "{'title': {'$not': []}} | instant.db.instaql/where-value-valid? | 1 $not",
                "{'body': {'$not': []}} | instant.db.instaql/where-value-valid? | or 0 1 $not",
                "{'or': [{'views': 1}, {'title': null}]} | map? | or 1 1",
                "{'title': {'$zzz': 1}} | instant.db.instaql/where-value-valid-keys? | 1"
            })
    void a_condition_of_another_kind_is_refused_as_the_platform_has_understood_it(
            String where, String expected, String place) {
        JsonObject answer =
                app.query("{'posts': {'$': {'where': " + where + "}}}").json();

        JsonObject error = answer.getJsonObject("hint").getJsonArray("errors").getJsonObject(0);
        assertThat(answer.getString("message")).isEqualTo("Validation failed for coerced-query");
        assertThat(error.getString("expected")).isEqualTo(expected);
        assertThat(error.getJsonArray("in").stream().map(String::valueOf).collect(joining(" ")))
                .isEqualTo("0 option-map where-conds 0 " + place);
    }

    @Test
    void an_order_by_something_that_is_not_shown_chooses_a_page_but_does_not_sort_it() {
        assertThat(titles(posts("{'posts': {'$': {'order': {'views': 'desc'}, 'limit': 2, " + TITLE + "}}}")))
                .isEqualTo("Three two");
        assertThat(titles(posts("{'posts': {'$': {'order': {'title': 'asc'}, 'offset': 1, 'fields': ['title']}}}")))
                .isEqualTo("four one_100% two");
        assertThat(titles(posts("{'posts': {'$': {'order': {'at': 'desc'}, 'limit': 3, " + TITLE + "}}}")))
                .isEqualTo("four two one_100%");
    }

    @Test
    void what_is_linked_comes_in_the_order_it_was_made() {
        TestApp other = TestApp.on(vertx, platform, schema());
        other.transact(step("update", "posts", POST + 9, post("older", 1)));
        clock.advance(Duration.ofMillis(1));
        other.transact(step("update", "posts", POST + 1, post("newer", 1)));
        other.transact(
                step("update", "authors", AUTHOR + 1, new JsonObject().put("name", "ann")),
                step("link", "posts", POST + 1, new JsonObject().put("author", AUTHOR + 1)),
                step("link", "posts", POST + 9, new JsonObject().put("author", AUTHOR + 1)));

        JsonArray posts = other.query("{'authors': {'posts': {}}}")
                .json()
                .getJsonArray("authors")
                .getJsonObject(0)
                .getJsonArray("posts");

        assertThat(titles(posts)).isEqualTo("older newer");
    }

    @Test
    void a_link_that_is_not_there_leads_to_nothing_and_a_value_is_no_link() {
        assertThat(posts("{'posts': {'none': {}}}").getJsonObject(0).getJsonArray("none"))
                .isEmpty();
        assertThat(app.query("{'posts': {'title': {}}}").json().getString("message"))
                .isEqualTo("Validation failed for attr: posts.title needs to be a link");
        assertThat(app.query("{'posts': {'$': {'where': {'title.x': 1}}}}")
                        .json()
                        .getString("message"))
                .isEqualTo("Validation failed for attr: posts.title needs to be a link");
    }

    @Test
    void a_nested_namespace_is_checked_even_if_nothing_is_linked() {
        assertThat(app.query("{'posts': {'$': {'where': {'views': 77}}, 'author': {'$': {'where': {'name': 1}}}}}")
                        .json()
                        .getString("message"))
                .contains("The data type of `authors.name` is `string`");
        assertThat(app.query("{'posts': {'author': {'$': {'order': {'none': 'asc'}}}}}")
                        .json()
                        .getString("message"))
                .contains("There is no `none` attribute for authors.");
    }

    @Test
    void a_count_stands_alone() {
        assertThat(app.query("{'posts': {'$': {'aggregate': 'count'}}}").json())
                .isEqualTo(new JsonObject().put("posts", new JsonArray()));
        assertThat(app.query("{'posts': {'$': {'aggregate': 'count'}, 'author': {}}}")
                        .json()
                        .getString("message"))
                .contains("You can not combine aggregates with child queries at this time.");
    }

    @Test
    void thousands_of_conditions_are_looked_up_and_more_are_too_many() {
        String few = IntStream.range(0, 3000)
                .mapToObj(i -> "{'title': 't" + i + "'}")
                .collect(joining(","));
        String many = IntStream.range(0, 12_000)
                .mapToObj(i -> "{'title': 't" + i + "'}")
                .collect(joining(","));

        assertThat(titles(posts("{'posts': {'$': {'where': {'or': [" + few + ",{'title': 'two'}]}, " + TITLE + "}}}")))
                .isEqualTo("two");
        assertThat(app.query("{'posts': {'$': {'where': {'or': [" + many + "]}}}}")
                        .json()
                        .getString("type"))
                .isEqualTo("parameter-limit-exceeded");
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
                     "at": {"valueType": "date", "required": false, "config": {"indexed": true, "unique": false}},
                     "body": {"valueType": "string", "required": false, "config": {"indexed": false, "unique": false}}}},
                   "authors": {"attrs": {
                     "name": {"valueType": "string", "required": false, "config": {"indexed": true, "unique": true}}}}},
                 "links": {"author": {"forward": {"on": "posts", "has": "one", "label": "author"},
                                      "reverse": {"on": "authors", "has": "many", "label": "posts"}}},
                 "rooms": {}}
                """);
    }
}
