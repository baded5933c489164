package dev.instant4j.rules;

import dev.instant4j.recorded.Recording;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RulesValidatorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bind-cycle",
                "bind-odd",
                "newdata-in-view",
                "overload",
                "rate-no-limits",
                "rate-unknown",
                "reserved",
                "several",
                "undeclared",
                "users-delete"
            })
    void rules_are_refused_in_the_words_of_the_real_platform(String name) {
        JsonObject hint = answer("D-perms/invalid-" + name, 400).getJsonObject("hint");

        assertThat(RulesValidator.errors(hint.getValue("input")))
                .containsExactlyInAnyOrderElementsOf(errors(hint.getJsonArray("errors")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actions",
                "attrs-namespace",
                "bind-object",
                "default-namespace",
                "empty",
                "fields",
                "link-rules",
                "rate-limits",
                "request",
                "unchecked"
            })
    void rules_that_the_real_platform_takes_have_no_errors(String name) {
        JsonObject stored = answer("D-perms/valid-" + name, 200).getJsonObject("rules");

        assertThat(RulesValidator.errors(stored.getValue("code"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "foo | undeclared reference to 'foo' (in container '')",
                "request.hello | undefined field 'hello'",
                "request.modifiedFields == 1 | found no matching overload for '_==_' applied to '(list(string), int)'"
                        + " (candidates: (%A0, %A0))",
                "!1 | found no matching overload for '!_' applied to '(int)' (candidates: (bool))",
                "== 1 | extraneous input '==' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null',"
                        + " NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}",
                "`` | mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null',"
                        + " NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}",
                "data.?x | unsupported syntax '.?'",
                "has(data) | invalid argument to has() macro",
                "data.all(1, true) | The argument must be a simple name",
                "'a'.reverse() | undeclared reference to 'reverse' (in container '')",
                "newData.x == 1 | undeclared reference to 'newData' (in container '')"
            })
    void an_expression_is_refused_with_the_message_of_cel(String expression, String message) {
        JsonObject rules = new JsonObject().put("posts", allow("view", expression));

        assertThat(RulesValidator.errors(rules))
                .containsExactly(new RuleError(message, List.of("posts", "allow", "view")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth.ref('teams.id') == []", "auth.ref(data.path) == []"})
    void a_path_from_the_user_must_be_written_out(String expression) {
        assertThat(RulesValidator.errors(new JsonObject().put("posts", allow("view", expression))))
                .extracting(RuleError::message)
                .containsExactly("auth.ref arg must start with `$user.`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.title.matches('[')",
                "auth.ref('$user.teams.id') == []",
                "data.ref('no.such.path') == []",
                "timestamp(data.at).getTime() > 1",
                "cel.bind(a, 1, a == 1)",
                "math.greatest(1, 2) == 2",
                "data.tags.split(',').exists(tag, tag == 'x')",
                "1"
            })
    void what_only_fails_when_it_is_used_is_taken(String expression) {
        assertThat(RulesValidator.errors(new JsonObject().put("posts", allow("view", expression))))
                .isEmpty();
    }

    @Test
    void several_messages_about_one_expression_are_all_given() {
        assertThat(RulesValidator.errors(new JsonObject().put("posts", allow("view", "a = 1"))))
                .extracting(RuleError::message)
                .containsExactly("token recognition error at: '= '", "extraneous input '1' expecting <EOF>");
    }

    @Test
    void an_expression_that_is_too_deep_is_refused() {
        String deep = "(".repeat(300) + "true" + ")".repeat(300);

        assertThat(RulesValidator.errors(new JsonObject().put("posts", allow("view", deep))))
                .extracting(RuleError::message)
                .containsExactly("Expression recursion limit exceeded. limit: 250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[]", "{}"})
    void an_expression_that_is_neither_text_nor_boolean_is_refused(String json) {
        JsonObject rules = new JsonObject("{\"posts\": {\"allow\": {\"update\": " + json + "}}}");

        assertThat(RulesValidator.errors(rules))
                .containsExactly(new RuleError(
                        "There was an unexpected error evaluating the rules", List.of("posts", "allow", "update")));
    }

    @Test
    void booleans_and_null_are_expressions() {
        assertThat(RulesValidator.errors(new JsonObject(
                        "{\"posts\": {\"allow\": {\"view\": true, \"create\": false, \"update\": null}}}")))
                .isEmpty();
    }

    @Test
    void a_bind_is_judged_only_where_it_is_used() {
        JsonObject rules = new JsonObject(
                "{\"posts\": {\"bind\": [\"bad\", \"newData.x == 1\"], \"allow\": {\"view\": \"true\", \"update\":"
                        + " \"bad\", \"delete\": \"bad\"}}}");

        assertThat(RulesValidator.errors(rules))
                .containsExactly(new RuleError(
                        "undeclared reference to 'newData' (in container '')", List.of("posts", "allow", "delete")));
    }

    @Test
    void a_name_that_is_bound_twice_is_refused() {
        JsonObject rules = new JsonObject("{\"posts\": {\"bind\": [\"a\", \"true\", \"a\", \"false\"]}}");

        assertThat(RulesValidator.errors(rules))
                .containsExactly(new RuleError(
                        "bind should only contain a given variable name once", List.of("posts", "bind", "a")));
    }

    @Test
    void odd_binds_are_reported_again_by_every_expression() {
        JsonObject rules = new JsonObject("{\"posts\": {\"bind\": \"abc\", \"allow\": {\"view\": \"true\"}}}");

        assertThat(RulesValidator.errors(rules))
                .extracting(RuleError::in)
                .containsExactly(List.of("posts", "bind"), List.of("posts", "allow", "view"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'$default': {'bind': ['a']}, 'posts': {'allow': {'view': 'true'}}} | $default.bind posts.allow.view",
                "{'$default': {'bind': ['a'], 'allow': {'view': 'true'}}} | $default.bind",
                "{'$default': {'bind': ['a']}, 'posts': {'bind': ['b'], 'allow': {'view': 'true'}}}"
                        + " | $default.bind posts.bind",
            },
            quoteCharacter = '`')
    void binds_of_all_entities_and_of_one_are_counted_together(String json, String places) {
        assertThat(RulesValidator.errors(new JsonObject(json.replace('\'', '"'))))
                .extracting(error -> String.join(".", error.in()))
                .containsExactly(places.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "null", "[]"})
    void a_bind_that_is_no_text_is_refused_where_it_is_used(String bind) {
        JsonObject rules = new JsonObject(
                "{\"posts\": {\"bind\": {\"b\": " + bind + "}, \"allow\": {\"view\": \"b\", \"create\": \"true\"}}}");

        assertThat(RulesValidator.errors(rules))
                .containsExactly(new RuleError(
                        "There was an unexpected error evaluating the rules", List.of("posts", "allow", "view")));
    }

    @Test
    void a_rule_for_the_field_id_is_refused() {
        assertThat(RulesValidator.errors(new JsonObject("{\"posts\": {\"fields\": {\"id\": \"true\"}}}")))
                .containsExactly(new RuleError(
                        "You cannot set field rules for `id`. Use posts -> allow -> view instead",
                        List.of("posts", "fields")));
    }

    @Test
    void sections_of_a_kind_that_breaks_the_real_platform_are_refused() {
        assertThat(RulesValidator.errors(new JsonObject("{\"posts\": {\"fields\": \"x\", \"bind\": 1}}")))
                .extracting(RuleError::in)
                .containsExactly(List.of("posts", "bind"), List.of("posts", "fields"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | Missing parameter: [\"capacity\"]",
                "1 | Missing parameter: [\"capacity\"]",
                "{\"capacity\": 0} | Malformed parameter: [\"capacity\"]",
                "{\"capacity\": 1.5} | Malformed parameter: [\"capacity\"]",
                "{\"capacity\": 1, \"refill\": {\"amount\": -1}} | Malformed parameter: [\"refill\" \"amount\"]",
                "{\"capacity\": 1, \"refill\": {\"type\": \"slow\"}} | Malformed parameter: [\"refill\" \"type\"]",
                "{\"capacity\": 1, \"refill\": {\"period\": 5}} | Malformed parameter: [\"refill\" \"period\"]",
                "{\"capacity\": 1, \"refill\": {\"period\": \"soon\"}} | Validation failed for rules: The refill period"
                        + " must be longer than a second.",
                "{\"capacity\": 1, \"refill\": {\"period\": \"25 hours\"}} | Validation failed for rules: The refill"
                        + " period can't be longer than a day.",
                "{\"capacity\": 1, \"refill\": \"x\"} | Unexpected error parsing $rateLimits config"
            })
    void a_wrong_rate_limit_is_refused(String limit, String message) {
        JsonObject rules = new JsonObject("{\"$rateLimits\": {\"burst\": {\"limits\": [" + limit + "]}}}");

        assertThat(RulesValidator.errors(rules))
                .containsExactly(new RuleError(message, List.of("$rateLimits", "burst")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "90 seconds", "1 day", "24 hours 59 mins", "01:30:00", "1 hour"})
    void periods_are_read_as_postgres_writes_them(String period) {
        JsonObject rules = new JsonObject("{\"$rateLimits\": {\"burst\": {\"limits\": [{\"capacity\": 1, \"refill\":"
                + " {\"period\": \"" + period + "\"}}]}}}");

        assertThat(RulesValidator.errors(rules)).isEmpty();
    }

    @Test
    void rate_limits_must_be_an_object_or_null() {
        assertThat(RulesValidator.errors(new JsonObject("{\"$rateLimits\": []}")))
                .containsExactly(new RuleError("$rateLimits must be an object", List.of("$rateLimits")));
        assertThat(RulesValidator.errors(new JsonObject("{\"$rateLimits\": null}")))
                .isEmpty();
    }

    private static JsonObject allow(String action, String expression) {
        return new JsonObject().put("allow", new JsonObject().put(action, expression));
    }

    private static JsonObject answer(String recording, int status) {
        return Recording.named(recording).exchanges().stream()
                .filter(exchange ->
                        exchange.method().equals("POST") && exchange.path().endsWith("/perms"))
                .filter(exchange -> exchange.status() == status)
                .map(exchange -> (JsonObject) Objects.requireNonNull(exchange.answer()))
                .findFirst()
                .orElseThrow();
    }

    private static List<RuleError> errors(JsonArray recorded) {
        return recorded.stream()
                .map(JsonObject.class::cast)
                .map(error -> new RuleError(
                        error.getString("message"),
                        error.getJsonArray("in").stream().map(String::valueOf).toList()))
                .toList();
    }
}
