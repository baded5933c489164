package dev.instant4j.diff;

import dev.instant4j.model.Schema;
import dev.instant4j.plan.Plans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

class RenameCandidatesTest {

    @Test
    void what_looks_alike_and_has_the_same_type_comes_first() {
        Schema from = schema(entity("posts", string("title")));
        Schema to = schema(entity("posts", number("titles"), string("titel"), string("body")));

        List<RenameCandidate> candidates = candidates(from, to).get("posts.title");

        assertThat(candidates)
                .extracting(RenameCandidate::asked)
                .startsWith("posts.title:posts.titel")
                .hasSize(3);
        assertThat(candidates)
                .allSatisfy(candidate -> assertThat(candidate.score()).isBetween(0.0, 1.0));
    }

    @Test
    void an_attr_is_no_candidate_for_one_of_another_entity() {
        Schema from = schema(entity("posts", string("title")), entity("notes"));
        Schema to = schema(entity("posts"), entity("notes", string("title")));

        assertThat(candidates(from, to)).isEmpty();
    }

    @Test
    void a_link_is_a_candidate_by_the_end_that_has_another_label() {
        Schema from = schema(
                entity("posts"), entity("people"), link("a", hasOne("posts", "author"), hasMany("people", "posts")));
        Schema to = schema(
                entity("posts"), entity("people"), link("a", hasOne("posts", "author"), hasMany("people", "articles")));

        assertThat(candidates(from, to)).containsOnlyKeys("people.posts");
    }

    @Test
    void an_entity_is_a_candidate_by_the_attrs_it_shares() {
        Schema from = schema(entity("comments", string("text"), number("likes")), entity("posts"));
        Schema to = schema(
                entity("posts"), entity("replies", string("text"), number("likes")), entity("comets", bool("isNear")));

        assertThat(candidates(from, to).get("comments"))
                .extracting(RenameCandidate::asked)
                .containsExactly("comments:replies", "comments:comets");
    }

    private static Map<String, List<RenameCandidate>> candidates(Schema from, Schema to) {
        return RenameCandidates.in(Plans.between(from, to).changes());
    }
}
