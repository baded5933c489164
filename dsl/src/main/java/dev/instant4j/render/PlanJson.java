package dev.instant4j.render;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.RuleChange;
import dev.instant4j.model.Finding;
import dev.instant4j.plan.Counts;
import dev.instant4j.plan.Plan;
import dev.instant4j.wire.StepJson;
import dev.instant4j.wire.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Renders a plan for programs. Values of data are never in it. */
public final class PlanJson {
    private static final int FORMAT_VERSION = 1;

    private PlanJson() {}

    /** Returns the plan as an object with {@code formatVersion}, counts, changes, rules, steps and findings. */
    public static JsonObject of(Plan plan) {
        JsonArray stages = new JsonArray();
        plan.stages().forEach(stage -> stages.add(StepJson.encode(stage.steps())));
        JsonArray changes = new JsonArray();
        plan.changes().forEach(change -> changes.add(change(change)));
        JsonArray rules = new JsonArray();
        plan.ruleChanges().forEach(change -> rules.add(rule(change)));
        return new JsonObject()
                .put("formatVersion", FORMAT_VERSION)
                .put("app", plan.app().toString())
                .put("counts", counts(plan.counts()))
                .put("changes", changes)
                .put("rules", rules)
                .put("stages", stages)
                .put("findings", findings(plan.findings()));
    }

    private static JsonObject counts(Counts counts) {
        return new JsonObject()
                .put("add", counts.added())
                .put("change", counts.changed())
                .put("rename", counts.renamed())
                .put("delete", counts.deleted());
    }

    private static JsonObject change(Change change) {
        ChangeText.Line text = change.match(new ChangeText());
        return new JsonObject()
                .put("kind", Words.of(change.kind()))
                .put("entity", change.entity())
                .put("name", text.name())
                .put("detail", text.detail());
    }

    private static JsonObject rule(RuleChange change) {
        return new JsonObject()
                .put("kind", Words.of(change.change()))
                .put("namespace", change.namespace())
                .put("rule", Outline.nameOf(change))
                .put("from", change.from())
                .put("to", change.to());
    }

    /** Returns findings as a list of objects. */
    public static JsonArray findings(Iterable<Finding> findings) {
        JsonArray array = new JsonArray();
        findings.forEach(finding -> array.add(finding(finding)));
        return array;
    }

    private static JsonObject finding(Finding finding) {
        JsonObject json = new JsonObject()
                .put("code", finding.code())
                .put("severity", Words.of(finding.severity()))
                .put("subject", finding.subject())
                .put("message", finding.message())
                .put("hint", finding.hint());
        return finding.place().isKnown()
                ? json.put("file", finding.place().file())
                        .put("line", finding.place().line())
                : json;
    }
}
