package dev.instant4j.plan;

import dev.instant4j.model.Attrs;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Step;
import dev.instant4j.model.Step.StartJob;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlanFileTest {
    private static final URI PLATFORM = URI.create("http://127.0.0.1:1");
    private static final Schema OLD = schema(entity("posts", string("a"), string("b"), string("gone")), entity("tags"));
    private static final Schema NEW = schema(
            entity("posts", string("a"), string("b").indexed(), number("c")),
            entity("labels"),
            link("labels", hasMany("posts", "labels"), hasMany("labels", "posts")));
    private static final Rules RULES = rules(byDefault(deny()), namespace("posts", bind("x", "true"), view("x")));

    private static SavedPlan saved() {
        Plan plan = Plans.between(
                new Definition(OLD, rules(namespace("posts", view("true")))),
                new Definition(NEW, RULES),
                "posts.a:posts.b",
                "posts.b:posts.a",
                "tags:labels");
        return SavedPlan.of(plan, PLATFORM, "posts.jsh", new TreeSet<>(List.of("posts.gone")));
    }

    static List<SavedPlan> plans() {
        return List.of(
                saved(),
                SavedPlan.of(Plans.between(OLD, OLD), PLATFORM, "posts.jsh", new TreeSet<>()),
                SavedPlan.of(Plans.between(Schema.EMPTY, NEW), PLATFORM, "posts.jsh", new TreeSet<>()));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void a_saved_plan_reads_back_as_it_was_written(SavedPlan plan) {
        String document = PlanFile.encode(plan);

        assertThat(PlanFile.encode(PlanFile.decode(document))).isEqualTo(document);
        assertThat(PlanFile.decode(document).stages()).isEqualTo(plan.stages());
        assertThat(PlanFile.decode(document).renames()).isEqualTo(plan.renames());
    }

    @Test
    void a_plan_read_back_changes_the_same_things() {
        SavedPlan plan = PlanFile.decode(PlanFile.encode(saved()));

        assertThat(plan.plan(Attrs.NONE).counts())
                .isEqualTo(saved().plan(Attrs.NONE).counts());
        assertThat(plan.plan(Attrs.NONE).counts().renamed()).isEqualTo(3);
    }

    @Test
    void an_app_in_which_nothing_was_done_has_everything_left() {
        assertThat(saved().remaining(Attrs.of(saved().attrs()))).contains(saved().stages());
    }

    @Test
    void an_app_in_which_the_first_stage_was_done_has_the_second_left() {
        SavedPlan plan = saved();
        Attrs halfWay =
                AfterSteps.of(Attrs.of(plan.attrs()), plan.stages().get(0).steps());

        assertThat(plan.stages()).hasSize(2);
        assertThat(plan.remaining(halfWay)).contains(plan.stages().subList(1, 2));
    }

    @Test
    void a_job_that_has_not_succeeded_is_left_although_its_transaction_is_done() {
        SavedPlan plan = saved();
        List<Step> done = plan.stages().stream()
                .flatMap(stage -> stage.steps().stream())
                .filter(step -> !(step instanceof StartJob))
                .toList();

        List<Stage> left =
                plan.remaining(AfterSteps.of(Attrs.of(plan.attrs()), done)).orElseThrow();

        assertThat(left)
                .singleElement()
                .satisfies(stage -> assertThat(stage.steps())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                StartJob.class, job -> assertThat(job.name()).hasToString("posts.b")));
    }

    @Test
    void a_plan_that_has_been_carried_out_is_resumed_as_nothing_to_do() {
        SavedPlan plan = saved();
        Attrs after = Attrs.of(plan.attrs());
        for (Stage stage : plan.stages()) {
            after = AfterSteps.of(after, stage.steps());
        }

        assertThat(plan.resumed(new AppState(after, RULES)))
                .hasValueSatisfying(rest -> assertThat(rest.isEmpty()).isTrue());
        assertThat(plan.resumed(new AppState(after, plan.rules())))
                .hasValueSatisfying(rest -> assertThat(rest.ruleChanges()).isNotEmpty())
                .hasValueSatisfying(rest -> assertThat(rest.stages()).isEmpty());
    }

    @Test
    void a_plan_is_not_resumed_under_rules_that_it_has_not_made() {
        SavedPlan plan = saved();
        AppState other = new AppState(Attrs.of(plan.attrs()), rules(namespace("posts", view("false"))));

        assertThat(plan.resumed(other)).isEmpty();
        assertThat(plan.resumed(plan.base())).isPresent();
    }

    @Test
    void an_app_that_has_become_something_else_has_nothing_in_common_with_the_plan() {
        assertThat(saved().remaining(Plans.attrs(schema(entity("posts", string("a"))))))
                .isEmpty();
    }

    @Test
    void what_is_no_plan_is_refused_with_the_place_and_the_reason() {
        assertThatThrownBy(() -> PlanFile.decode("{")).hasMessage("it is not JSON");
        assertThatThrownBy(() -> PlanFile.decode("{\"formatVersion\":2}")).hasMessageContaining("formatVersion is 2");
        String document = PlanFile.encode(saved()).replace("\"unique?\"", "\"unique\"");
        assertThatThrownBy(() -> PlanFile.decode(document)).hasMessageContaining("/attrs/0/unique?");
    }
}
