package dev.instant4j.plan;

import dev.instant4j.diff.Rename;
import dev.instant4j.diff.Renames;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Definition;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A plan that is kept to be applied later, perhaps by someone else.
 *
 * @param platform where the app is
 * @param app the app it is for
 * @param attrs the app's own attrs when the plan was made
 * @param rules its rules then
 * @param wanted what it is to be
 * @param renames what keeps its data under another name, in the form that {@link Rename#parse} reads
 * @param allowed the names whose deletion was allowed when the plan was made
 * @param stages exactly what is to be sent
 */
public record SavedPlan(
        URI platform,
        AppId app,
        List<StoredAttr> attrs,
        Rules rules,
        Definition wanted,
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
    public static SavedPlan of(Plan plan, URI platform, NavigableSet<String> allowed) {
        Stream<String> entities =
                plan.renames().entities().entrySet().stream().map(rename -> rename.getKey() + ":" + rename.getValue());
        Stream<String> names =
                plan.renames().names().entrySet().stream().map(rename -> rename.getKey() + ":" + rename.getValue());
        return new SavedPlan(
                platform,
                plan.app(),
                plan.base().attrs().own().stream().map(StoredAttr::settled).toList(),
                plan.base().rules(),
                plan.wanted(),
                Stream.concat(entities, names).toList(),
                allowed,
                plan.stages());
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
     * what was done, or none. Empty if the app has become something else.
     */
    public Optional<List<Stage>> remaining(Attrs now) {
        Attrs expected = Attrs.of(attrs);
        List<Stage> left = new ArrayList<>(stages);
        while (!expected.hasSameOwn(now)) {
            if (left.isEmpty()) {
                return Optional.empty();
            }
            List<Step> done = left.remove(0).steps();
            expected = AfterSteps.of(expected, done);
        }
        return Optional.of(left);
    }
}
