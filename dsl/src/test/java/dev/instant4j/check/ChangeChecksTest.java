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

/** What a change of an app gives a user to think about. */
class ChangeChecksTest {
    private static final Schema PLAIN = schema(
            entity("posts"), entity("people"), link("author", hasOne("posts", "author"), hasMany("people", "posts")));
    private static final Rules OWNED =
            rules(namespace("posts", otherwise("false")), namespace("people", otherwise("false")));
    private static final Schema CASCADING = schema(
            entity("posts"),
            entity("people"),
            link("author", hasOne("posts", "author").onDelete(CASCADE), hasMany("people", "posts")));

    @Test
    void a_cascade_that_is_added_or_removed_is_a_warning_that_tells_what_deletes_what() {
        assertThat(between(PLAIN, CASCADING)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("IDB216");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains("deleting one of people also deletes all posts", "posts.author");
        });
        assertThat(between(CASCADING, PLAIN)).extracting(Finding::code).containsExactly("IDB217");
        assertThat(between(CASCADING, CASCADING)).isEmpty();
    }

    @Test
    void the_new_name_that_a_deleted_attr_may_have_got_is_a_hint() {
        Schema from = schema(entity("posts", string("title"), string("body")));
        Schema to = schema(entity("posts", string("titel"), string("body")));

        assertThat(between(from, to))
                .filteredOn(finding -> finding.code().equals("IDB202"))
                .extracting(Finding::hint)
                .containsExactly(
                        "Needs --allow-delete posts.title. If it has a new name: --rename posts.title:posts.titel.");
    }

    @Test
    void the_new_name_that_a_deleted_link_may_have_got_is_a_hint() {
        Schema to = schema(
                entity("posts"),
                entity("people"),
                link("author", hasOne("posts", "author"), hasMany("people", "articles")));

        assertThat(between(PLAIN, to))
                .extracting(Finding::hint)
                .containsExactly(
                        "Needs --allow-delete posts.author. If it has a new name: --rename people.posts:people.articles.");
    }

    @Test
    void an_action_that_everyone_may_do_from_now_on_is_a_warning() {
        Rules before = rules(namespace("posts", view("true"), create("auth.id != null"), update("false")));

        assertThat(opened(before, rules(namespace("posts", view("true"), create("true"), update("false")))))
                .containsExactly("Opens posts: from now on everyone may create.");
        assertThat(opened(before, rules(namespace("posts", view("true")))))
                .containsExactly("Opens posts: from now on everyone may create, update.");
        assertThat(opened(before, rules(namespace("posts", view("true"), otherwise("false")))))
                .isEmpty();
    }

    @Test
    void a_default_that_goes_opens_what_it_restricted() {
        assertThat(opened(rules(byDefault(deny())), rules(namespace("people", view("false")))))
                .containsExactly(
                        "Opens people: from now on everyone may create, update, delete.",
                        "Opens posts: from now on everyone may view, create, update, delete.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", " ( true ) ", "!false", "all", "isOwner || all", "all && (true)", "(isOwner) || (nested)"
            })
    void what_is_true_for_everyone_is_seen_through_binds_and_operators(String expression) {
        assertThat(opened(OWNED, bound(expression))).containsExactly("Opens posts: from now on everyone may update.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"isOwner", "all && isOwner", "'true || ' == 'true'", "isOwner ? true || all : false", "circle"})
    void what_is_not_true_for_everyone_opens_nothing(String expression) {
        assertThat(opened(OWNED, bound(expression))).isEmpty();
    }

    private static Rules bound(String update) {
        return rules(
                byDefault(bind("all", "true")),
                namespace(
                        "posts",
                        otherwise("false"),
                        bind("isOwner", "auth.id == data.id"),
                        bind("nested", "isOwner || (all)"),
                        bind("circle", "circle"),
                        update(update)),
                namespace("people", otherwise("false")));
    }

    @Test
    void what_was_open_before_is_not_opened() {
        assertThat(opened(Rules.NONE, rules(namespace("posts", view("true"))))).isEmpty();
    }

    @Test
    void the_rules_of_a_renamed_entity_are_compared_under_both_names() {
        Rules before = rules(namespace("posts", otherwise("false")), namespace("people", otherwise("false")));
        Rules after = rules(namespace("articles", otherwise("false")), namespace("people", otherwise("false")));
        Schema renamed = schema(entity("articles"), entity("people"));
        Schema old = schema(entity("posts"), entity("people"));

        assertThat(Plans.between(new Definition(old, before), new Definition(renamed, after), "posts:articles")
                        .findings())
                .isEmpty();
    }

    @Test
    void rules_that_are_left_alone_and_speak_of_what_is_renamed_stand_in_the_way() {
        Schema old = schema(entity("posts", string("title"), bool("hidden")));
        Schema renamed = schema(entity("articles", string("title"), bool("isHidden")));
        Rules rules = rules(namespace(
                "posts", bind("isShown", "data.hidden != true"), view("isShown"), update("data.title != null")));

        assertThat(left(old, rules, renamed, "posts:articles", "articles.hidden:articles.isHidden"))
                .containsExactly("IDB234 ERROR articles.hidden");
        assertThat(left(old, rules, schema(entity("posts", string("title"))))).contains("IDB234 ERROR posts.hidden");
        assertThat(left(old, rules, schema(entity("articles", string("title"), bool("hidden"))), "posts:articles"))
                .isEmpty();
    }

    @Test
    void a_new_entity_that_the_rules_of_the_app_do_not_know_is_a_warning() {
        Schema old = schema(entity("posts"));
        Schema more = schema(entity("posts"), entity("notes"));

        assertThat(left(old, rules(namespace("posts", view("false"))), more)).containsExactly("IDB232 WARNING notes");
        assertThat(left(old, rules(byDefault(deny())), more)).isEmpty();
        assertThat(left(old, Rules.NONE, more)).isEmpty();
    }

    @Test
    void the_rules_of_a_renamed_entity_follow_it_when_they_are_left_alone() {
        Rules rules = rules(namespace("posts", otherwise("false"), field("title", "auth.id != null")));
        Plan plan = Plans.between(
                new Definition(schema(entity("posts", string("title"))), rules),
                new Definition(schema(entity("articles", string("headline"))), null),
                "posts:articles",
                "articles.title:articles.headline");

        assertThat(plan.wanted().rules())
                .isEqualTo(rules(namespace("articles", otherwise("false"), field("headline", "auth.id != null"))));
    }

    private static List<String> left(Schema old, Rules rules, Schema wanted, String... renames) {
        return Plans.between(new Definition(old, rules), new Definition(wanted, null), renames).findings().stream()
                .filter(finding -> finding.severity() != Severity.DANGER)
                .map(finding -> finding.code() + " " + finding.severity() + " " + finding.subject())
                .toList();
    }

    private static List<Finding> between(Schema from, Schema to) {
        return Plans.between(from, to).findings();
    }

    private static List<String> opened(Rules before, Rules after) {
        return Plans.between(new Definition(PLAIN, before), new Definition(null, after)).findings().stream()
                .filter(finding -> finding.code().equals("IDB233"))
                .map(Finding::message)
                .toList();
    }
}
