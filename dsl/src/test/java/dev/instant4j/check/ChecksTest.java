package dev.instant4j.check;

import dev.instant4j.model.Definition;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

class ChecksTest {
    private static final Rules DENY = rules(byDefault(deny()));

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a/b", "a.b", "id"})
    void a_label_that_can_not_be_stored_or_spelled_is_an_error(String label) {
        assertThat(codes(schema(entity("posts", string(label))))).containsExactly("IDB101");
    }

    @Test
    void an_attr_and_a_link_end_can_not_share_a_name() {
        Schema clash = schema(
                entity("posts", string("author")),
                entity("people"),
                link("postsAuthor", hasOne("posts", "author"), hasMany("people", "posts")));

        assertThat(codes(clash)).containsExactly("IDB102");
    }

    @Test
    void a_link_of_an_entity_with_itself_needs_two_labels() {
        Schema clash =
                schema(entity("people"), link("friends", hasMany("people", "friends"), hasMany("people", "friends")));

        assertThat(codes(clash)).containsExactly("IDB102");
    }

    @Test
    void a_link_may_name_a_system_entity_without_declaring_it() {
        Schema owned = schema(entity("posts"), link("owner", hasOne("posts", "owner"), hasMany("$users", "posts")));

        assertThat(codes(owned)).isEmpty();
    }

    @Test
    void what_the_platform_itself_requires_of_system_entities_may_be_said() {
        assertThat(codes(schema(entity("$files", string("path").unique().indexed(), string("url")))))
                .isEmpty();
    }

    @Test
    void a_required_link_from_a_system_entity_is_an_error() {
        Schema wrong =
                schema(entity("teams"), link("team", hasOne("$users", "team").required(), hasMany("teams", "members")));

        assertThat(codes(wrong)).containsExactly("IDB103");
    }

    @Test
    void rules_for_an_entity_that_is_not_there_warn_and_ask_for_the_nearest() {
        Rules mistyped = rules(byDefault(deny()), namespace("post", view("true")));

        assertThat(Checks.of(new Definition(schema(entity("posts")), mistyped)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("IDB112");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.hint()).isEqualTo("Did you mean \"posts\"?");
                });
    }

    @Test
    void rules_for_an_unknown_name_of_the_platform_are_an_error() {
        assertThat(codes(schema(), rules(byDefault(deny()), namespace("$user", view("true")))))
                .containsExactly("IDB111");
    }

    @Test
    void a_rule_or_namespace_given_twice_is_an_error() {
        Rules twice = rules(
                byDefault(deny()),
                namespace("posts", view("true"), view("false")),
                namespace("posts", create("false")));

        assertThat(codes(schema(entity("posts")), twice)).containsExactly("IDB113", "IDB113");
    }

    @Test
    void an_entity_that_everyone_may_write_to_is_a_warning() {
        assertThat(codes(schema(entity("posts")), rules(namespace("posts", view("true")))))
                .containsExactly("IDB232");
        assertThat(codes(schema(entity("posts")), rules(byDefault(deny()), namespace("posts", create("true")))))
                .containsExactly("IDB231");
    }

    @Test
    void a_new_required_attr_warns_only_where_data_may_be_stored() {
        Schema old = schema(entity("posts"));
        Schema wanted = schema(entity("posts", string("title")), entity("tags", string("label")));

        Plan plan = Plans.between(old, wanted);

        assertThat(plan.findings()).extracting(Finding::subject).containsExactly("posts.title");
    }

    @Test
    void a_rule_that_speaks_of_what_is_not_defined_is_a_warning() {
        Schema schema = schema(
                entity("posts", string("title")),
                entity("people", string("name")),
                link("owner", hasOne("posts", "owner"), hasMany("people", "posts")),
                link("user", hasOne("people", "user"), hasOne("$users", "person")));

        assertThat(spoken(schema, "data.titel == 'x'")).containsExactly("posts.titel Did you mean \"title\"?");
        assertThat(spoken(schema, "newData.owner == null || auth.id in data.ref('owner.usr.id')"))
                .containsExactly("people.usr Did you mean \"user\"?");
        assertThat(spoken(schema, "data.id == auth.id && auth.id in data.ref(\"owner.user.anything\")"))
                .isEmpty();
    }

    private static List<String> spoken(Schema schema, String expression) {
        Rules rules = rules(byDefault(deny()), namespace("posts", bind("x", "auth.id != null"), update(expression)));
        return Checks.of(new Definition(schema, rules)).stream()
                .filter(finding -> finding.code().equals("IDB114"))
                .map(finding ->
                        finding.message().replaceAll(".*speaks of (\\S+), which.*", "$1") + " " + finding.hint())
                .toList();
    }

    @Test
    void findings_know_where_their_cause_was_written() {
        Schema wrong = schema(entity("posts", string("a/b")));

        assertThat(Checks.of(new Definition(wrong, null)).get(0).place().file()).isEqualTo("ChecksTest.java");
        assertThat(Checks.of(new Definition(wrong, null)).get(0).place().isKnown())
                .isTrue();
    }

    private static List<String> codes(Schema schema) {
        return codes(schema, DENY);
    }

    private static List<String> codes(Schema schema, Rules rules) {
        return Checks.of(new Definition(schema, rules)).stream()
                .map(Finding::code)
                .toList();
    }
}
