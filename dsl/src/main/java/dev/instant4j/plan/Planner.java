package dev.instant4j.plan;

import dev.instant4j.check.Checks;
import dev.instant4j.diff.Change;
import dev.instant4j.diff.RenamedRules;
import dev.instant4j.diff.Renames;
import dev.instant4j.diff.ResolvedRenames;
import dev.instant4j.diff.RuleChange;
import dev.instant4j.diff.RulesDiff;
import dev.instant4j.diff.SchemaDiff;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Finding;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Step;
import dev.instant4j.plan.UpdateOrder.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes plans. Pure: the same inputs and the same ids give the same plan. */
public final class Planner {

    private Planner() {}

    /**
     * Returns how an app becomes what a definition says. Never fails: what can't be done is a finding of severity
     * {@code ERROR} and left out of the steps.
     *
     * @param app the app it is for
     * @param base what the app is now
     * @param wanted what it is to be
     * @param asked renames beyond those in the definition
     * @param ids where ids of new attrs come from
     */
    public static Plan plan(AppId app, AppState base, Definition wanted, Renames asked, IdSource ids) {
        Schema schema = wanted.schema();
        ResolvedRenames renames = ResolvedRenames.of(
                schema == null ? Renames.NONE : asked.with(schema),
                base.attrs(),
                schema == null ? Schema.EMPTY : schema);
        List<Change> changes = schema == null ? List.of() : SchemaDiff.between(base.attrs(), schema, renames);
        Rules rules = rules(wanted, base.rules(), renames);
        List<RuleChange> ruleChanges = rules == null ? List.of() : RulesDiff.between(base.rules(), rules);
        List<Finding> findings = Checks.of(wanted, base.attrs(), base.rules(), renames, changes, ruleChanges);
        return new Plan(
                app,
                base,
                new Definition(schema, rules),
                renames,
                changes,
                ruleChanges,
                stages(changes, ids),
                OpeningRules.of(base, rules, changes, renames),
                findings);
    }

    /** Returns the rules to set: where the definition leaves them alone, those that must follow a new name. */
    private static @Nullable Rules rules(Definition wanted, Rules old, ResolvedRenames renames) {
        Rules given = wanted.rules();
        if (given != null) {
            return given;
        }
        Rules renamed = RenamedRules.of(old, renames);
        return RulesDiff.between(old, renamed).isEmpty() ? null : renamed;
    }

    private static List<Stage> stages(List<Change> changes, IdSource ids) {
        Steps steps = Steps.of(changes, ids);
        Ordered updates = UpdateOrder.of(steps.updates(), EntityCircles.aside(changes));
        List<Step> begin = join(steps.deletes(), updates.first());
        List<Step> end = join(steps.adds(), steps.jobs());
        Stream<List<Step>> requests = updates.second().isEmpty()
                ? Stream.of(join(begin, end))
                : Stream.of(begin, join(updates.second(), end));
        return requests.filter(request -> !request.isEmpty()).map(Stage::new).toList();
    }

    private static List<Step> join(List<? extends Step> first, List<? extends Step> second) {
        List<Step> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
