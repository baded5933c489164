package dev.instant4j.wire;

import dev.instant4j.model.Namespace;
import dev.instant4j.model.Place;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rule.Kind;
import dev.instant4j.model.Rules;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulesJsonTest {

    @Test
    void no_rules_are_an_empty_object() {
        assertThat(RulesJson.encode(Rules.NONE)).isEqualTo(new JsonObject());
        assertThat(decode("{}")).isEqualTo(Rules.NONE);
        assertThat(decode("null")).isEqualTo(Rules.NONE);
    }

    @Test
    void binds_are_read_as_an_object_and_as_a_flat_list() {
        List<Rule> binds = List.of(rule(Kind.BIND, "isOwner", "a"), rule(Kind.BIND, "isAdmin", "b"));

        assertThat(decode("{'todos':{'bind':{'isOwner':'a','isAdmin':'b'}}}")).isEqualTo(todos(binds));
        assertThat(decode("{'todos':{'bind':['isOwner','a','isAdmin','b']}}")).isEqualTo(todos(binds));
    }

    @Test
    void binds_are_written_as_a_flat_list_in_their_order() {
        Rules rules = todos(List.of(rule(Kind.BIND, "z", "1 == 1"), rule(Kind.BIND, "a", "z")));

        assertThat(RulesJson.encode(rules).encode()).isEqualTo("{\"todos\":{\"bind\":[\"z\",\"1 == 1\",\"a\",\"z\"]}}");
    }

    @Test
    void booleans_are_read_as_expressions_and_null_as_not_set() {
        assertThat(decode("{'todos':{'allow':{'view':true,'create':false,'update':null}},'gone':null}"))
                .isEqualTo(todos(List.of(rule(Kind.ALLOW, "view", "true"), rule(Kind.ALLOW, "create", "false"))));
    }

    @Test
    void rules_for_links_and_fields_have_kinds_of_their_own() {
        String json = "{'todos':{'allow':{'link':{'owner':'x','$default':'false'},'unlink':{'owner':'y'}},"
                + "'fields':{'secret':'z'}}}";

        Rules rules = decode(json);

        assertThat(rules)
                .isEqualTo(todos(List.of(
                        rule(Kind.LINK, "owner", "x"),
                        rule(Kind.LINK, "$default", "false"),
                        rule(Kind.UNLINK, "owner", "y"),
                        rule(Kind.FIELD, "secret", "z"))));
        assertThat(RulesJson.encode(rules)).isEqualTo(new JsonObject(json.replace('\'', '"')));
    }

    @Test
    void what_has_no_kind_is_kept_as_it_is() {
        String json = "{'$rateLimits':{'burst':{'limits':[{'capacity':10,'refill':{'period':'1 hour'}}]}},"
                + "'todos':{'bind':['odd'],'note':[1,{'a':null}],'allow':{'view':7,'link':{'owner':{'deep':1}}}},"
                + "'text':'hello'}";

        Rules rules = decode(json);

        assertThat(rules.namespace("todos").orElseThrow().rules())
                .extracting(Rule::name)
                .containsExactly("bind", "note", "allow/view", "allow/link/owner");
        assertThat(RulesJson.encode(rules)).isEqualTo(new JsonObject(json.replace('\'', '"')));
    }

    @Test
    void a_kept_rule_that_is_not_json_is_refused_by_name() {
        Rules rules = todos(List.of(rule(Kind.OTHER, "note", "{not json")));

        assertThatThrownBy(() -> RulesJson.encode(rules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("note of todos");
    }

    @Test
    void a_rule_below_something_that_is_no_object_is_refused_by_name() {
        Rules rules = todos(List.of(rule(Kind.OTHER, "allow", "\"all\""), rule(Kind.ALLOW, "view", "true")));

        assertThatThrownBy(() -> RulesJson.encode(rules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("view of todos");
    }

    private static Rules decode(String json) {
        return RulesJson.decode(JsonCursor.of("read the rules", Json.decodeValue(json.replace('\'', '"'))));
    }

    private static Rules todos(List<Rule> rules) {
        return new Rules(List.of(new Namespace("todos", rules, Place.UNKNOWN)));
    }

    private static Rule rule(Kind kind, String name, String expression) {
        return new Rule(kind, name, expression, Place.UNKNOWN);
    }
}
