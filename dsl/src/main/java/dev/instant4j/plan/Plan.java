package dev.instant4j.plan;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.ResolvedRenames;
import dev.instant4j.diff.RuleChange;
import dev.instant4j.diff.RulesDiff;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static java.util.Comparator.comparing;

/**
 * How an app becomes what a definition says, and what that costs.
 *
 * @param app the app it was made for
 * @param base what the app was then
 * @param wanted what it is to be; with rules also if the definition has none and those of the app must follow a new name
 * @param renames what keeps its data under another name
 * @param changes what differs in the schema, for people
 * @param ruleChanges what differs in the rules
 * @param stages the requests that change the schema; empty if only rules differ
 * @param openingRules the rules to set before the first stage, so that no new entity is open to everyone meanwhile;
 *     null if those of the app do
 * @param findings what a user should know, worst first
 */
public record Plan(
        AppId app,
        AppState base,
        Definition wanted,
        ResolvedRenames renames,
        List<Change> changes,
        List<RuleChange> ruleChanges,
        List<Stage> stages,
        @Nullable Rules openingRules,
        List<Finding> findings) {

    public Plan {
        changes = List.copyOf(changes);
        ruleChanges = List.copyOf(ruleChanges);
        stages = List.copyOf(stages);
        findings = List.copyOf(findings);
    }

    /** Returns this plan with these findings too. */
    public Plan withFindings(List<Finding> more) {
        List<Finding> all = Stream.concat(findings.stream(), more.stream())
                .sorted(comparing(Finding::severity).reversed())
                .toList();
        return new Plan(app, base, wanted, renames, changes, ruleChanges, stages, openingRules, all);
    }

    /** Returns this plan with other stages. */
    public Plan withStages(List<Stage> otherStages) {
        return new Plan(app, base, wanted, renames, changes, ruleChanges, otherStages, openingRules, findings);
    }

    /**
     * Returns this plan for an app in which some of it has been done.
     *
     * @param now what the app is
     * @param left the stages to send yet
     */
    Plan goingOnFrom(AppState now, List<Stage> left) {
        Rules rules = wanted.rules();
        boolean isBegun = !left.equals(stages);
        return new Plan(
                app,
                now,
                wanted,
                renames,
                left.isEmpty() ? List.of() : changes,
                rules == null ? List.of() : RulesDiff.between(now.rules(), rules),
                left,
                isBegun ? null : openingRules,
                findings);
    }

    /** Tells whether there is nothing to do. */
    public boolean isEmpty() {
        return changes.isEmpty() && ruleChanges.isEmpty();
    }

    /** Returns how many changes there are of each kind, those of rules included. */
    public Counts counts() {
        return Counts.of(changes, ruleChanges);
    }

    /** Returns the findings of that severity. */
    public List<Finding> findings(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
