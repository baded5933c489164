package dev.instant4j.diff;

import dev.instant4j.diff.RenameProblem.Reason;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Schema;
import dev.instant4j.plan.Plans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResolvedRenamesTest {
    private static final Schema POSTS = schema(
            entity("posts", string("title"), string("slug")),
            entity("people"),
            link("author", hasOne("posts", "author"), hasMany("people", "posts")));

    @Test
    void a_request_names_what_the_app_has_and_what_the_definition_has() {
        Schema wanted = schema(entity("posts", string("headline"), string("slug")), entity("people"));

        ResolvedRenames renames = resolve(wanted, "posts.title:posts.headline");

        assertThat(renames.names()).isEqualTo(Map.of(name("posts.title"), name("posts.headline")));
        assertThat(renames.problems()).isEmpty();
    }

    @Test
    void a_rename_that_has_happened_is_satisfied() {
        Schema hinted = schema(entity("posts", string("title").renamedFrom("name"), string("slug")), entity("people"));

        ResolvedRenames renames = resolve(hinted, "posts.name:posts.title", "persons:people");

        assertThat(renames.names()).isEmpty();
        assertThat(renames.entities()).isEmpty();
        assertThat(renames.problems()).isEmpty();
    }

    @Test
    void a_hint_stays_satisfied_when_the_old_name_is_used_for_something_new() {
        Schema hinted = schema(entity("posts", string("title").renamedFrom("slug"), string("slug")), entity("people"));

        assertThat(resolve(hinted).names()).isEmpty();
        assertThat(resolve(hinted).problems()).isEmpty();
    }

    @Test
    void a_hint_says_nothing_to_an_app_that_never_had_the_old_name() {
        Schema hinted = schema(
                entity("posts", string("title"), string("slug"), string("text").renamedFrom("body")),
                entity("people"),
                entity("tags").renamedFrom("labels"),
                link("author", hasOne("posts", "author"), hasMany("people", "posts")));

        assertThat(resolve(hinted).problems()).isEmpty();
    }

    @Test
    void a_hint_with_an_unknown_source_is_a_problem_when_the_app_has_a_name_left_over() {
        Schema hinted =
                schema(entity("posts", string("headline").renamedFrom("titel"), string("slug")), entity("people"));

        assertThat(reasons(resolve(hinted))).containsExactly(Reason.UNKNOWN_SOURCE);
    }

    @Test
    void a_chain_of_renames_is_done_as_a_whole() {
        Schema wanted = schema(entity("posts", string("slug"), string("path")), entity("people"));

        ResolvedRenames renames = resolve(wanted, "posts.title:posts.slug", "posts.slug:posts.path");

        assertThat(renames.names())
                .containsEntry(name("posts.title"), name("posts.slug"))
                .containsEntry(name("posts.slug"), name("posts.path"));
    }

    @Test
    void names_are_exchanged_on_request() {
        ResolvedRenames renames = resolve(POSTS, "posts.title:posts.slug", "posts.slug:posts.title");

        assertThat(renames.names()).hasSize(2);
        assertThat(renames.problems()).isEmpty();
    }

    @Test
    void a_circle_of_hints_is_a_problem_as_nobody_can_tell_whether_it_is_done() {
        Schema hinted = schema(
                entity(
                        "posts",
                        string("title").renamedFrom("slug"),
                        string("slug").renamedFrom("title")),
                entity("people"));

        assertThat(reasons(resolve(hinted))).containsExactly(Reason.CIRCLE, Reason.CIRCLE);
    }

    @Test
    void attrs_follow_their_renamed_entity_under_either_name() {
        Schema wanted = schema(entity("articles", string("headline"), string("path")), entity("people"));

        ResolvedRenames renames =
                resolve(wanted, "posts:articles", "posts.title:articles.headline", "articles.slug:articles.path");

        assertThat(renames.wantedName(name("posts.title"))).isEqualTo(name("articles.headline"));
        assertThat(renames.wantedName(name("posts.slug"))).isEqualTo(name("articles.path"));
        assertThat(renames.wantedName(name("posts.author"))).isEqualTo(name("articles.author"));
        assertThat(renames.problems()).isEmpty();
    }

    @Test
    void what_can_not_be_done_says_why() {
        assertThat(reasons(resolve(POSTS, "posts.titel:posts.title2"))).containsExactly(Reason.UNKNOWN_TARGET);
        assertThat(reasons(resolve(POSTS, "posts.title:posts.slug"))).containsExactly(Reason.TARGET_TAKEN);
        assertThat(reasons(resolve(POSTS, "posts.title:people.title"))).containsExactly(Reason.OTHER_ENTITY);
        assertThat(reasons(resolve(POSTS, "posts.title:posts.author"))).containsExactly(Reason.OTHER_KIND);
        assertThat(reasons(resolve(POSTS, "$users:members"))).containsExactly(Reason.SYSTEM);
        Schema twice = schema(entity("posts", string("a"), string("b")), entity("people"));
        assertThat(reasons(resolve(twice, "posts.title:posts.a", "posts.title:posts.b")))
                .containsExactly(Reason.CLAIMED_TWICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:", ":a", "a.b:c", "a:b.c", "a:b:c", ".a:b.c", "a.:b.c"})
    void a_rename_of_another_form_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> Rename.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("todos.title");
    }

    private static ResolvedRenames resolve(Schema wanted, String... asked) {
        return ResolvedRenames.of(Renames.parse(List.of(asked)).with(wanted), Plans.attrs(POSTS), wanted);
    }

    private static List<Reason> reasons(ResolvedRenames renames) {
        return renames.problems().stream().map(RenameProblem::reason).toList();
    }

    private static AttrName name(String text) {
        return AttrName.parse(text);
    }
}
