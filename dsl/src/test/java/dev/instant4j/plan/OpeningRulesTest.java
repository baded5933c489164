package dev.instant4j.plan;

import dev.instant4j.diff.RulesDiff;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

class OpeningRulesTest {
    private static final Schema OLD = schema(entity("posts"));
    private static final Rules OLD_RULES = rules(namespace("posts", view("true")));

    @Test
    void a_new_entity_has_its_rules_before_it_exists() {
        Rules wanted = rules(namespace("posts", view("false")), namespace("notes", view("auth.id != null")));

        assertThat(opening(schema(entity("posts"), entity("notes")), wanted))
                .satisfies(opened -> same(
                        opened, rules(namespace("posts", view("true")), namespace("notes", view("auth.id != null")))));
    }

    @Test
    void a_new_entity_without_rules_of_its_own_is_given_the_wanted_default() {
        Rules wanted = rules(byDefault(deny(), bind("isAdmin", "false")));

        assertThat(opening(schema(entity("posts"), entity("notes")), wanted))
                .satisfies(opened -> same(
                        opened,
                        rules(namespace("posts", view("true")), namespace("notes", deny(), bind("isAdmin", "false")))));
    }

    @Test
    void a_default_adds_nothing_to_an_entity_that_decides_every_action() {
        Rules wanted = rules(byDefault(view("true")), namespace("notes", otherwise("false")));

        assertThat(opening(schema(entity("posts"), entity("notes")), wanted))
                .satisfies(opened ->
                        same(opened, rules(namespace("posts", view("true")), namespace("notes", otherwise("false")))));
    }

    @Test
    void a_renamed_entity_is_guarded_under_both_names() {
        Rules wanted = rules(namespace("notes", view("false")));
        Plan plan = Plans.between(
                new Definition(OLD, OLD_RULES), new Definition(schema(entity("notes")), wanted), "posts:notes");

        same(opening(plan), rules(namespace("posts", view("true")), namespace("notes", view("false"))));
    }

    @Test
    void nothing_is_set_before_when_no_entity_appears() {
        Plan plan = Plans.between(
                new Definition(OLD, OLD_RULES),
                new Definition(schema(entity("posts", string("a"))), rules(byDefault(deny()))));

        assertThat(plan.openingRules()).isNull();
    }

    private static Rules opening(Schema wanted, Rules rules) {
        return opening(Plans.between(new Definition(OLD, OLD_RULES), new Definition(wanted, rules)));
    }

    private static Rules opening(Plan plan) {
        Rules opening = plan.openingRules();
        assertThat(opening).isNotNull();
        return opening == null ? Rules.NONE : opening;
    }

    private static void same(Rules actual, Rules expected) {
        assertThat(RulesDiff.between(actual, expected)).isEmpty();
    }
}
