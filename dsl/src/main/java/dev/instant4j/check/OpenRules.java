package dev.instant4j.check;

import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IDB231 and IDB232: rules let everyone write to an entity, by saying so or by saying nothing. */
final class OpenRules {
    private static final List<String> WRITES = List.of("create", "update", "delete");

    private OpenRules() {}

    static List<Finding> check(Schema schema, Rules rules) {
        List<Finding> findings = new ArrayList<>();
        for (Entity entity : schema.entities()) {
            if (entity.isSystem()) {
                continue;
            }
            List<String> silent = new ArrayList<>();
            for (String action : WRITES) {
                Optional<Rule> rule = ruleFor(rules, entity.name(), action);
                if (rule.isEmpty()) {
                    silent.add(action);
                } else if (AlwaysTrue.holds(rules, entity.name(), rule.get())) {
                    findings.add(saysSo(entity, action, rule.get()));
                }
            }
            if (!silent.isEmpty()) {
                findings.add(saysNothing(entity, silent));
            }
        }
        return findings;
    }

    /** Returns the rule that decides an action: the entity's own or its default, else those of all entities. */
    static Optional<Rule> ruleFor(Rules rules, String entity, String action) {
        return rule(rules, entity, action)
                .or(() -> rule(rules, entity, Namespace.DEFAULT))
                .or(() -> rule(rules, Namespace.DEFAULT, action))
                .or(() -> rule(rules, Namespace.DEFAULT, Namespace.DEFAULT));
    }

    private static Optional<Rule> rule(Rules rules, String namespace, String action) {
        return rules.namespace(namespace).stream()
                .flatMap(found -> found.rules().stream())
                .filter(rule -> rule.kind() == Rule.Kind.ALLOW && rule.name().equals(action))
                .findFirst();
    }

    private static Finding saysSo(Entity entity, String action, Rule rule) {
        String message = "Everyone may " + action + " " + entity.name() + ": its rule is true.";
        return new Finding("IDB231", Severity.WARNING, entity.name(), message, "", rule.place());
    }

    private static Finding saysNothing(Entity entity, List<String> actions) {
        String message =
                "Everyone may " + String.join(", ", actions) + " " + entity.name() + ": no rule says otherwise.";
        String hint = "Add byDefault(deny()), or rules for " + entity.name() + ".";
        return new Finding("IDB232", Severity.WARNING, entity.name(), message, hint, entity.place());
    }
}
