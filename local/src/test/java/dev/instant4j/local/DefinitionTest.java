package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the platform makes of definitions that are odd or wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefinitionTest {
    private static final String LINK = "{'links': {'l': {'forward': {'on': 'a', 'has': 'HAS', 'label': 'x'DELETE},"
            + " 'reverse': {'on': 'TARGET', 'has': 'many', 'label': 'y'}}}}";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "false",
                "{}",
                "{'entities': null}",
                "{'entities': []}",
                "{'links': []}",
                "{'entities': {'p': {}}}",
                "{'entities': {'p': null}}",
                "{'entities': {'p': {'attrs': []}}}",
                "{'entities': {'$foo': {'attrs': {'a': {}}}}}",
                "{'entities': {'$users': {'attrs': {'email': {}, 'linkedGuestUsers': {}}}, '$files': {'attrs': {'size': {}}}}}",
            })
    void nothing_of_the_apps_own_plans_to_nothing(String definition) {
        JsonObject plan = plan(app(), definition).json();

        assertThat(plan.getJsonArray("steps")).isEmpty();
        assertThat(plan.getJsonObject("new-schema").encode()).isEqualTo("{\"refs\":{},\"blobs\":{}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'x' | schema",
                "[] | schema",
                "5 | schema",
                "{'entities': 'x'} | schema entities",
                "{'entities': {'p': 'x'}} | schema entities p",
                "{'entities': {'p': []}} | schema entities p",
                "{'links': 'x'} | schema links",
            },
            quoteCharacter = '`')
    void what_is_no_definition_is_malformed(String definition, String place) {
        assertThat(plan(app(), definition).message())
                .isEqualTo("Malformed parameter: [\"body\" \"" + place.replace(" ", "\" \"") + "\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "'x'", "{'config': 'x', 'valueType': 7, 'required': 'yes'}", "{'valueType': 'any'}"})
    void an_attr_that_says_nothing_usable_is_optional_and_of_any_type(String attr) {
        JsonObject plan = plan(app(), "{'entities': {'p': {'attrs': {'a': " + attr + "}}}}")
                .json();

        assertThat(plan.getJsonArray("steps")).hasSize(2);
        assertThat(plan.getJsonArray("steps").getJsonArray(1).getJsonObject(1).fieldNames())
                .doesNotContain("checked-data-type");
        assertThat(plan.encode()).contains("\"unique?\":false,\"index?\":false,\"required?\":false");
    }

    @Test
    void any_value_but_null_and_false_counts_as_yes() {
        String attr = "{'config': {'unique': 'no', 'indexed': 0}, 'required': 'yes'}";

        JsonObject added = plan(app(), "{'entities': {'p': {'attrs': {'a': " + attr + "}}}}")
                .json()
                .getJsonArray("steps")
                .getJsonArray(1)
                .getJsonObject(1);

        assertThat(List.of(added.getBoolean("unique?"), added.getBoolean("index?"), added.getBoolean("required?")))
                .containsExactly(true, true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "'x'"})
    void a_link_without_names_is_planned_without_names_and_refused_later(String link) {
        TestApp app = app();
        String definition = "{'links': {'l': " + link + "}}";
        JsonObject plan = plan(app, definition).json();

        assertThat(plan.getJsonObject("new-schema").getJsonObject("refs").fieldNames())
                .containsExactly("[nil nil nil nil]");
        assertThat(plan.getJsonArray("steps")
                        .getJsonArray(0)
                        .getJsonObject(1)
                        .getJsonArray("reverse-identity")
                        .getValue(2))
                .isNull();
        assertThat(push(app, definition).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'schema': {'links': {'l': {'forward': {'on': 'p', 'has': 'two', 'label': 'a'},"
                        + " 'reverse': {'on': 'p', 'has': 'many', 'label': 'b'}}}}",
                "'schema': {'entities': 5}",
                "'perms': {'p': {'allow': {'view': '('}}}",
                "'perms': 5",
            })
    void an_app_is_not_there_if_its_definition_is_refused(String definition) {
        String token = platform.users()
                .credentials()
                .await()
                .getJsonObject("users")
                .getJsonObject("me")
                .getString("pat");
        Exchanges exchanges = new Exchanges(vertx, platform);
        String body = "{'title': 'refused', " + definition + "}";

        assertThat(exchanges.call("POST /superadmin/apps", token, body).status())
                .isEqualTo(400);
        assertThat(exchanges.call("GET /superadmin/apps", token, "").json().getJsonArray("apps"))
                .isEmpty();
    }

    @Test
    void an_id_is_there_without_being_told() {
        JsonObject plan = plan(app(), "{'entities': {'p': {'attrs': {'id': {}, 'a': {}}}}}")
                .json();

        assertThat(plan.getJsonArray("steps")).hasSize(2);
    }

    @Test
    void what_is_before_a_slash_is_lost_and_makes_a_second_push_impossible() {
        TestApp app = app();
        String definition = "{'entities': {'a/b': {'attrs': {'x/y': {}}}}}";

        assertThat(push(app, definition).status()).isEqualTo(200);

        assertThat(app.get("/schema/pull")
                        .json()
                        .getJsonObject("schema")
                        .getJsonObject("blobs")
                        .getJsonObject("b")
                        .fieldNames())
                .containsExactlyInAnyOrder("id", "y");
        assertThat(plan(app, definition).message())
                .startsWith("Validation failed for schema: b->id: Duplicate entry found for attribute.")
                .contains("b->y: Duplicate entry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ''",
                "a b | c d",
                "1st | 2nd",
                "ü🎉 |日本",
                "a.b | c.d",
                "quote' | back\\slash",
                "$x | $y",
            },
            quoteCharacter = '`')
    void any_name_is_taken_and_needs_no_second_push(String etype, String label) {
        TestApp app = app();
        String entity = etype.equals("$x") ? "$users" : etype;
        JsonObject attrs = new JsonObject().put("attrs", new JsonObject().put(label, new JsonObject()));
        JsonObject schema = new JsonObject().put("entities", new JsonObject().put(entity, attrs));
        JsonObject body = new JsonObject().put("schema", schema).put("check_types", true);

        assertThat(app.post("/schema/push/apply", body).status()).isEqualTo(200);

        assertThat(app.post("/schema/push/plan", body).json().getJsonArray("steps"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "one, '', $foo, 'Validation failed for attributes: $ is reserved for system tables. You can''t create $foo'",
        "one, '', a, OK",
        "one, restrict, b, Validation failed for attributes: `on-delete` must be cascade",
        "many, restrict, b, Validation failed for schema: a->x: Restrict delete is only possible on links with `has: 'one'`.",
        "many, cascade, b, Validation failed for schema: a->x: Cascade delete is only possible on links with `has: 'one'`.",
        "'', '', b, Validation failed for attributes: `cardinality` must be one or many",
        "foo, '', b, Validation failed for attributes: `cardinality` must be one or many",
    })
    void a_link_is_refused_with_the_reason(String has, String onDelete, String target, String message) {
        String definition = LINK.replace("HAS", has)
                .replace("TARGET", target)
                .replace("DELETE", onDelete.isEmpty() ? "" : ", 'onDelete': '" + onDelete + "'");

        assertThat(String.valueOf(push(app(), definition).message())).startsWith(message.replace("OK", "null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'entities': {'a': {'attrs': {'x': {}}}}, 'links': {'l': {'forward': {'on': 'a', 'has': 'one', 'label': 'x'},"
                        + " 'reverse': {'on': 'b', 'has': 'many', 'label': 'y'}}}}",
                "{'links': {'l': {'forward': {'on': 'a', 'has': 'one', 'label': 'x'},"
                        + " 'reverse': {'on': 'a', 'has': 'many', 'label': 'x'}}}}",
                "{'links': {'l': {'forward': {'on': 'a', 'has': 'one', 'label': 'x'},"
                        + " 'reverse': {'on': 'b', 'has': 'many', 'label': 'y'}},"
                        + " 'm': {'forward': {'on': 'c', 'has': 'one', 'label': 'z'},"
                        + " 'reverse': {'on': 'a', 'has': 'many', 'label': 'x'}}}}",
            })
    void a_name_can_be_given_once_only(String definition) {
        Exchanges.Answer answer = push(app(), definition);

        assertThat(answer.message()).isEqualTo("`x` already exists on `a`");
        assertThat(answer.json().getJsonObject("hint"))
                .isEqualTo(new JsonObject("{\"record-type\": \"ident\", \"etype\": \"a\", \"label\": \"x\"}"));
    }

    @Test
    void two_links_of_the_same_four_names_are_one() {
        String one = LINK.replace("HAS", "one").replace("DELETE", "").replace("TARGET", "b");
        String twice = one.replace(
                "{'l': ",
                "{'k': {'forward': {'on': 'a', 'has': 'many', 'label': 'x'},"
                        + " 'reverse': {'on': 'b', 'has': 'one', 'label': 'y'}}, 'l': ");

        JsonArray steps = plan(app(), twice).json().getJsonArray("steps");

        assertThat(steps).hasSize(1);
        assertThat(steps.getJsonArray(0).getJsonObject(1).getString("cardinality"))
                .isEqualTo("one");
    }

    private TestApp app() {
        return TestApp.on(vertx, platform, new JsonObject());
    }

    private static Exchanges.Answer plan(TestApp app, String definition) {
        return app.post("/schema/push/plan", body(definition));
    }

    private static Exchanges.Answer push(TestApp app, String definition) {
        return app.post("/schema/push/apply", body(definition));
    }

    private static JsonObject body(String definition) {
        return new JsonObject("{\"check_types\": true, \"supports_background_updates\": true, \"schema\": "
                + definition.replace('\'', '"') + "}");
    }
}
