package dev.instant4j.rules;

import dev.instant4j.dsl.Dsl;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.bind;
import static dev.instant4j.dsl.Dsl.byDefault;
import static dev.instant4j.dsl.Dsl.create;
import static dev.instant4j.dsl.Dsl.deny;
import static dev.instant4j.dsl.Dsl.namespace;
import static dev.instant4j.dsl.Dsl.otherwise;
import static dev.instant4j.dsl.Dsl.rules;
import static dev.instant4j.dsl.Dsl.update;
import static dev.instant4j.dsl.Dsl.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RuleFindingsTest {

    @Test
    void good_rules_have_no_findings() {
        Rules good = rules(
                byDefault(deny(), bind("isAdmin", "auth.email == 'x'")),
                namespace("posts", view("isAdmin || data.public"), update("newData.ownerId == data.ownerId")));

        assertThat(RuleFindings.of(good)).isEmpty();
    }

    @Test
    void an_expression_is_reported_with_the_character_that_is_wrong() {
        Finding finding = only(rules(namespace("posts", view("auth.id == owner"))));

        assertThat(finding.code()).isEqualTo("IDB141");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.subject()).isEqualTo("posts.allow.view");
        assertThat(finding.message())
                .isEqualTo("The rule \"posts.allow.view\" is refused by a platform: undeclared reference to 'owner'"
                        + " (in container ''), at character 12.");
        assertThat(finding.place().file()).isEqualTo("RuleFindingsTest.java");
    }

    @Test
    void a_wrong_bind_is_reported_once_at_its_own_place() {
        Rules wrong = rules(namespace(
                "posts",
                bind("isOwner", "auth.id == owner"),
                view("isOwner"),
                create("isOwner && data.draft"),
                update("true && isOwner")));

        Finding finding = only(wrong);

        assertThat(finding.message())
                .isEqualTo("The bind \"posts.isOwner\" is refused by a platform: undeclared reference to 'owner'"
                        + " (in container ''), at character 12.");
        assertThat(finding.place().line())
                .isEqualTo(wrong.namespace("posts")
                        .orElseThrow()
                        .rules()
                        .get(0)
                        .place()
                        .line());
    }

    @Test
    void a_character_is_counted_in_what_was_written_not_in_what_is_compiled() {
        Rules wrong = rules(namespace("posts", bind("ok", "true"), view("ok &&\n  owner")));

        assertThat(only(wrong).message()).endsWith("at character 9.");
    }

    @Test
    void a_rule_that_a_platform_takes_but_can_not_use_is_a_warning() {
        Rules unusable = rules(
                namespace("posts", view("true"), otherwise("newData.x == 1")),
                namespace("tags", Dsl.link("posts", "foo")));

        assertThat(RuleFindings.of(unusable))
                .extracting(Finding::code, Finding::severity, Finding::subject)
                .containsExactly(
                        tuple("IDB142", Severity.WARNING, "posts.allow.$default"),
                        tuple("IDB142", Severity.WARNING, "tags.allow.link.posts"));
    }

    private static Finding only(Rules rules) {
        List<Finding> findings = RuleFindings.of(rules);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
