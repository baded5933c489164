package dev.instant4j.check;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.ResolvedRenames;
import dev.instant4j.diff.RuleChange;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.rules.RuleFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All checks, each in a file of its own. */
public final class Checks {
    private static final List<SchemaCheck> SCHEMA_CHECKS =
            List.of(new Names(), new Duplicates(), new SystemLimits(), new LinkEnds());

    private Checks() {}

    /** Returns what is wrong with a definition whatever app it is for: all of it, worst first. */
    public static List<Finding> of(Definition definition) {
        List<Finding> findings = new ArrayList<>(withoutExpressions(definition));
        findings.addAll(expressions(definition.rules()));
        return worstFirst(findings);
    }

    private static List<Finding> expressions(@Nullable Rules rules) {
        if (rules == null || rules.namespaces().isEmpty()) {
            return List.of();
        }
        Slips slips = new Slips(rules);
        return RuleFindings.of(rules).stream().map(slips::asked).toList();
    }

    /** Like {@link #of(Definition)}, but for the expressions of rules: judging those takes time. */
    public static List<Finding> withoutExpressions(Definition definition) {
        List<Finding> findings = new ArrayList<>();
        Schema schema = definition.schema();
        Rules rules = definition.rules();
        if (schema != null) {
            SCHEMA_CHECKS.forEach(check -> findings.addAll(check.check(schema)));
        }
        if (rules != null) {
            findings.addAll(RuleNames.check(rules, schema));
        }
        if (schema != null && rules != null) {
            findings.addAll(OpenRules.check(schema, rules));
            findings.addAll(RuleAttrs.check(rules, schema));
        }
        return worstFirst(findings);
    }

    /**
     * Returns what a user should know before a definition is pushed to an app: all of it, worst first.
     *
     * @param stored what the app has
     * @param before its rules
     * @param renames as resolved for this app
     * @param changes what will be done to its schema
     * @param ruleChanges what will be done to its rules; expressions are judged only if there is something, since
     *     what an app has a platform has judged
     */
    public static List<Finding> of(
            Definition wanted,
            Attrs stored,
            Rules before,
            ResolvedRenames renames,
            List<Change> changes,
            List<RuleChange> ruleChanges) {
        List<Finding> findings = new ArrayList<>(withoutExpressions(wanted));
        if (!ruleChanges.isEmpty()) {
            findings.addAll(expressions(wanted.rules()));
            findings.addAll(opened(wanted, stored, before, renames));
        }
        Schema schema = wanted.schema();
        if (schema != null) {
            findings.addAll(SystemNames.check(schema, stored));
        }
        if (schema != null && wanted.rules() == null) {
            findings.addAll(LeftRules.check(schema, stored, before, renames, changes));
        }
        findings.addAll(RenameCheck.check(renames, stored, schema == null ? Schema.EMPTY : schema));
        findings.addAll(Busy.check(stored));
        findings.addAll(DataLoss.check(changes));
        findings.addAll(ExistingData.check(stored, changes));
        findings.addAll(Cascades.check(changes));
        return worstFirst(findings);
    }

    private static List<Finding> opened(Definition wanted, Attrs stored, Rules before, ResolvedRenames renames) {
        Rules after = wanted.rules();
        return after == null ? List.of() : OpenedRules.check(stored, renames, wanted.schema(), before, after);
    }

    private static List<Finding> worstFirst(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }
}
