package dev.instant4j.local.service;

import dev.instant4j.rules.RuleAction;
import dev.instant4j.rules.RuleProgram;
import dev.instant4j.rules.RuleSubject;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question that a transaction puts to rules.
 *
 * @param scope {@code object}, or {@code attr} for a new attr
 * @param eid the entity, or the attr
 * @param rule empty: everyone may
 * @param ruleParams null: none were given
 */
record WriteCheck(
        String scope,
        String etype,
        String eid,
        RuleAction action,
        Optional<RuleProgram> rule,
        RuleSubject subject,
        @Nullable JsonObject ruleParams) {
    static final String OBJECT = "object";
    static final String ATTR = "attr";

    /** Returns what the rule says. */
    @Nullable
    Object ask(RuleCheck check) {
        if (rule.isEmpty()) {
            return true;
        }
        return check.ask(rule.get(), subject, ruleParams == null ? new JsonObject() : ruleParams);
    }

    Refusal denied() {
        return Refusal.permissionDenied(new JsonArray().add(etype).add(scope), "perms-pass?");
    }

    /** Returns this with what the rule said, as the platform shows it to those who test rules. */
    JsonObject shown(@Nullable Object result) {
        return new JsonObject()
                .put("scope", scope)
                .put("etype", etype)
                .put("eid", eid)
                .put("action", action.key())
                .put("program", RuleCheck.shown(rule.orElse(null)))
                .put("bindings", bindings())
                .put("check-result", result)
                .put("check-pass?", RuleProgram.passes(result));
    }

    private JsonObject bindings() {
        JsonObject bindings = new JsonObject().put("data", subject.data()).put("rule-params", ruleParams);
        JsonObject newData = subject.newData();
        if (newData != null) {
            bindings.put("new-data", newData).put("modified-fields", new JsonArray(subject.modifiedFields()));
        }
        RuleSubject.Linked linked = subject.linked();
        if (linked != null) {
            JsonObject actions = new JsonObject().put("data", linked.action()).put("linkedData", linked.linkedAction());
            bindings.put("linked-data", linked.data())
                    .put("linked-etype", linked.etype())
                    .put("actions", actions);
        }
        return bindings;
    }
}
