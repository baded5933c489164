package dev.instant4j.check;

import dev.instant4j.model.Entity;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Place;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toCollection;

/** IDB111 to IDB113: rules name a namespace that can't be or is not there, or say something twice. */
final class RuleNames {
    private static final List<String> SPECIAL = List.of(Namespace.DEFAULT, "$rateLimits", "attrs");

    private RuleNames() {}

    /** @param schema the schema the rules are for; null if it is not known */
    static List<Finding> check(Rules rules, @Nullable Schema schema) {
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Namespace namespace : rules.namespaces()) {
            if (!seen.add(namespace.name())) {
                findings.add(twice(namespace.name(), "The namespace \"" + namespace.name() + "\"", namespace.place()));
            }
            judgeName(findings, namespace, schema);
            judgeRules(findings, namespace);
        }
        return findings;
    }

    private static void judgeName(List<Finding> findings, Namespace namespace, @Nullable Schema schema) {
        String name = namespace.name();
        if (SPECIAL.contains(name) || SystemEntities.EDITABLE.contains(name)) {
            return;
        }
        if (name.startsWith("$")) {
            String message = "Rules for \"" + name + "\" are not allowed: the name is the platform's.";
            findings.add(new Finding(
                    "IDB111", Severity.ERROR, name, message, Nearest.question(name, known(null)), namespace.place()));
        } else if (schema != null && schema.entity(name).isEmpty()) {
            String message = "The rules of \"" + name + "\" have no effect: there is no such entity.";
            findings.add(new Finding(
                    "IDB112",
                    Severity.WARNING,
                    name,
                    message,
                    Nearest.question(name, known(schema)),
                    namespace.place()));
        }
    }

    private static Set<String> known(@Nullable Schema schema) {
        Set<String> names = new LinkedHashSet<>();
        if (schema != null) {
            names = schema.entities().stream().map(Entity::name).collect(toCollection(LinkedHashSet::new));
        }
        names.addAll(SystemEntities.EDITABLE);
        names.addAll(SPECIAL);
        return names;
    }

    private static void judgeRules(List<Finding> findings, Namespace namespace) {
        Set<String> seen = new HashSet<>();
        for (Rule rule : namespace.rules()) {
            if (!seen.add(rule.kind() + " " + rule.name())) {
                String subject = namespace.name() + "." + rule.name();
                findings.add(twice(
                        subject, "The rule \"" + rule.name() + "\" of \"" + namespace.name() + "\"", rule.place()));
            }
        }
    }

    private static Finding twice(String subject, String what, Place place) {
        return new Finding("IDB113", Severity.ERROR, subject, what + " is given twice.", "Drop one of the two.", place);
    }
}
