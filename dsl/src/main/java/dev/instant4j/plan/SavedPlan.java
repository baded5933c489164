package dev.instant4j.plan;

import dev.instant4j.check.Protections;
import dev.instant4j.diff.Rename;
import dev.instant4j.diff.Renames;
import dev.instant4j.diff.RulesDiff;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Definition;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.StoredAttr;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is kept to be applied later, perhaps by someone else.
 *
 * @param platform where the app is
 * @param app the app it is for
 * @param definition the file it was made from, as it was named then
 * @param attrs the app's own attrs when the plan was made
 * @param rules its rules then
 * @param wanted what it is to be
 * @param protections what the definition protects
 * @param renames what keeps its data under another name, in the form that {@link Rename#parse} reads
 * @param allowed the names whose deletion was allowed when the plan was made
 * @param stages exactly what is to be sent
 */
public record SavedPlan(
        URI platform,
        AppId app,
        String definition,
        List<StoredAttr> attrs,
        Rules rules,
        Definition wanted,
        Protections protections,
        List<String> renames,
        NavigableSet<String> allowed,
        List<Stage> stages) {

    public SavedPlan {
        attrs = List.copyOf(attrs);
        renames = List.copyOf(renames);
        allowed = new TreeSet<>(allowed);
        stages = List.copyOf(stages);
    }

    /** Returns what is to be kept of a plan. */
    public static SavedPlan of(Plan plan, URI platform, String definition, NavigableSet<String> allowed) {
        Stream<String> entities =
                plan.renames().entities().entrySet().stream().map(rename -> rename.getKey() + ":" + rename.getValue());
        Stream<String> names =
                plan.renames().names().entrySet().stream().map(rename -> rename.getKey() + ":" + rename.getValue());
        Schema schema = plan.wanted().schema();
        return new SavedPlan(
                platform,
                plan.app(),
                definition,
                plan.base().attrs().own().stream().map(StoredAttr::settled).toList(),
                plan.base().rules(),
                plan.wanted(),
                schema == null ? Protections.NONE : Protections.of(schema),
                Stream.concat(entities, names).toList(),
                allowed,
                plan.stages());
    }

    /** Returns what the app was when the plan was made. */
    public AppState base() {
        return new AppState(Attrs.of(attrs), rules);
    }

    /**
     * Returns the plan for an app that has all system attrs of {@code now}. Its steps are the saved ones, whatever
     * they would be today.
     */
    public Plan plan(Attrs now) {
        List<StoredAttr> base =
                new ArrayList<>(now.all().stream().filter(StoredAttr::isSystem).toList());
        base.addAll(attrs);
        AppState then = new AppState(Attrs.of(base), rules);
        return Planner.plan(app, then, wanted, Renames.parse(renames), IdSource.random())
                .withStages(stages);
    }

    /**
     * Returns what is left to do in an app that stores {@code now}: all stages if nothing was done, those that follow
     * what was done and the jobs that have not succeeded, or none. Empty if the app has become something else.
     */
    public Optional<List<Stage>> remaining(Attrs now) {
        return Remaining.of(stages, Attrs.of(attrs), now);
    }

    /**
     * Returns the plan that goes on where the app is, be that before the plan, in the middle of it, or after it: then
     * the plan is empty. Nothing if the app has become something else.
     */
    public Optional<Plan> resumed(AppState now) {
        Plan whole = plan(now.attrs());
        return remaining(now.attrs())
                .filter(left -> mayHave(now.rules(), whole, left))
                .map(left -> whole.goingOnFrom(now, left));
    }

    private boolean mayHave(Rules found, Plan whole, List<Stage> left) {
        boolean isUnderWay = !left.equals(stages) || stages.isEmpty();
        return isSame(rules, found)
                || isSame(whole.openingRules(), found)
                || (isUnderWay && isSame(wanted.rules(), found));
    }

    private static boolean isSame(@Nullable Rules expected, Rules found) {
        return expected != null && RulesDiff.between(expected, found).isEmpty();
    }
}
