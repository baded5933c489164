package dev.instant4j.push;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Schema;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

class ConsentTest {
    private static final Schema OLD = schema(
            entity("posts", string("title"), string("old")),
            entity("tags", string("label")),
            entity("people"),
            link("postsTags", hasMany("posts", "tags"), hasMany("tags", "posts")),
            link("postsAuthor", hasOne("posts", "author"), hasMany("people", "posts")));

    private static final Plan PLAN = Plans.between(OLD, schema(entity("posts", string("title")), entity("people")));

    @Test
    void without_consent_every_loss_is_an_objection_that_names_its_flag() {
        assertThat(Consent.NONE.objections(PLAN))
                .extracting(Finding::hint)
                .containsExactlyInAnyOrder(
                        "Needs --allow-delete tags.",
                        "Needs --allow-delete posts.old.",
                        "Needs --allow-delete posts.author.");
    }

    @Test
    void an_entity_goes_with_everything_in_it_and_a_link_by_either_end() {
        assertThat(Consent.to(List.of("tags", "posts.old", "people.posts")).objections(PLAN))
                .isEmpty();
        assertThat(Consent.EVERYTHING.objections(PLAN)).isEmpty();
    }

    @Test
    void consent_to_an_attr_of_an_entity_is_none_to_the_entity() {
        assertThat(Consent.to(List.of("tags.label", "posts.old", "posts.author"))
                        .objections(PLAN))
                .extracting(Finding::subject)
                .containsExactly("tags");
    }

    @Test
    void a_name_that_is_not_deleted_is_an_objection_with_the_nearest_one() {
        assertThat(Consent.to(List.of("tags", "posts.olt", "posts.old", "posts.author"))
                        .objections(PLAN))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("posts.olt");
                    assertThat(finding.hint()).isEqualTo("Did you mean \"posts.old\"?");
                });
    }

    @Test
    void a_plan_that_deletes_nothing_needs_no_consent() {
        assertThat(Consent.NONE.objections(Plans.between(OLD, OLD))).isEmpty();
    }
}
