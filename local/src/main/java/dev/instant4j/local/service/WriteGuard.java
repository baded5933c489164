package dev.instant4j.local.service;

import dev.instant4j.local.service.Touched.Entity;
import dev.instant4j.rules.CompiledRules;
import dev.instant4j.rules.RuleAction;
import dev.instant4j.rules.RuleProgram;
import dev.instant4j.rules.RuleSubject;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a transaction to the rules: what concerns things that exist before it writes, what is new afterwards. */
final class WriteGuard {
    private final CompiledRules rules;
    private final RuleCheck check;
    private final boolean isTest;
    private final JsonArray results = new JsonArray();
    private boolean isGranted = true;

    /** @param isTest whether a denial is noted rather than thrown */
    WriteGuard(CompiledRules rules, RuleCheck check, boolean isTest) {
        this.rules = rules;
        this.check = check;
        this.isTest = isTest;
    }

    /** Returns whether all rules that were asked have said yes. */
    boolean isGranted() {
        return isGranted;
    }

    /** Returns what rules said, as the platform shows it to those who test them. */
    JsonArray results() {
        return results;
    }

    /**
     * Asks the rules about entities that exist.
     *
     * @param before the data as they are
     * @param rehearsal what will be done, and how existing entities will be then
     */
    void before(EntityReader before, Rehearsal rehearsal, Map<Entity, JsonObject> ruleParams) {
        States states = new States(before, rehearsal.existing(), rehearsal.after());
        new WriteChecks(rules, states, ruleParams, true).of(rehearsal.changes()).forEach(this::ask);
    }

    /**
     * Asks the rules about new attrs and entities.
     *
     * @param after the data with what was written
     */
    void after(
            EntityReader after,
            Rehearsal rehearsal,
            List<Touched.Change> changes,
            Map<Entity, JsonObject> ruleParams,
            List<JsonObject> newAttrs) {
        newAttrs.forEach(this::attr);
        States states = new States(after, rehearsal.existing(), rehearsal.after());
        new WriteChecks(rules, states, ruleParams, false).of(changes).forEach(this::ask);
    }

    private void attr(JsonObject attr) {
        Optional<RuleProgram> rule = RuleCheck.find(() -> rules.rule("attrs", RuleAction.CREATE));
        RuleSubject subject = RuleSubject.written(attr, attr, List.of());
        ask(new WriteCheck(
                WriteCheck.ATTR, "attrs", String.valueOf(attr.getValue("id")), RuleAction.CREATE, rule, subject, null));
    }

    private void ask(WriteCheck asked) {
        @Nullable Object result = asked.ask(check);
        results.add(asked.shown(result));
        if (RuleProgram.passes(result)) {
            return;
        }
        isGranted = false;
        if (!isTest) {
            throw asked.denied();
        }
    }
}
