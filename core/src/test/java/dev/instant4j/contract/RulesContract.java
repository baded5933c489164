package dev.instant4j.contract;

import dev.instant4j.model.Namespace;
import dev.instant4j.model.Place;
import dev.instant4j.model.Rule.Kind;
import dev.instant4j.model.Rules;
import dev.instant4j.model.TemporaryApp;
import java.util.List;
import org.junit.jupiter.api.Test;

import static dev.instant4j.contract.Definitions.TODOS_RULES;
import static dev.instant4j.contract.Definitions.allow;
import static dev.instant4j.contract.Definitions.rule;
import static org.assertj.core.api.Assertions.assertThat;

/** How every platform keeps rules. */
public interface RulesContract extends PlatformContract {

    @Test
    default void a_new_app_has_no_rules() {
        TemporaryApp app = newApp();

        assertThat(result(as(app).rules().pull(app.id()))).isEqualTo(Rules.NONE);
    }

    @Test
    default void rules_are_replaced_as_a_whole() {
        TemporaryApp app = newApp();
        result(as(app).rules().replace(app.id(), allow("posts", "view", "true")));

        result(as(app).rules().replace(app.id(), TODOS_RULES));

        assertThat(result(as(app).rules().pull(app.id()))).isEqualTo(TODOS_RULES);
    }

    @Test
    default void the_same_rules_can_be_sent_again() {
        TemporaryApp app = newApp();
        result(as(app).rules().replace(app.id(), TODOS_RULES));

        result(as(app).rules().replace(app.id(), TODOS_RULES));

        assertThat(result(as(app).rules().pull(app.id()))).isEqualTo(TODOS_RULES);
    }

    @Test
    default void rules_can_be_taken_off() {
        TemporaryApp app = newApp();
        result(as(app).rules().replace(app.id(), TODOS_RULES));

        result(as(app).rules().replace(app.id(), Rules.NONE));

        assertThat(result(as(app).rules().pull(app.id()))).isEqualTo(Rules.NONE);
    }

    @Test
    default void every_kind_of_rule_survives_the_way_to_the_platform_and_back() {
        TemporaryApp app = newApp();
        Namespace todos = new Namespace(
                "todos",
                List.of(
                        rule(Kind.BIND, "b", "true"),
                        rule(Kind.BIND, "a", "b"),
                        rule(Kind.ALLOW, "view", "a"),
                        rule(Kind.LINK, "owner", "true"),
                        rule(Kind.UNLINK, "owner", "false"),
                        rule(Kind.FIELD, "title", "b"),
                        rule(Kind.OTHER, "note", "{\"by\":\"us\"}")),
                Place.UNKNOWN);
        Namespace limits = new Namespace(
                "$rateLimits", List.of(rule(Kind.OTHER, "burst", "{\"limits\":[{\"capacity\":10}]}")), Place.UNKNOWN);

        result(as(app).rules().replace(app.id(), new Rules(List.of(todos, limits))));

        Rules pulled = result(as(app).rules().pull(app.id()));
        assertThat(pulled.namespace("todos").orElseThrow().rules()).containsExactlyInAnyOrderElementsOf(todos.rules());
        assertThat(pulled.namespace("$rateLimits")).hasValue(limits);
    }
}
