package dev.instant4j.check;

import dev.instant4j.diff.ResolvedRenames;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IDB233: an action on entities that are there already was restricted until now, and everyone may do it from now on. */
final class OpenedRules {
    private static final List<String> ACTIONS = List.of("view", "create", "update", "delete");

    private OpenedRules() {}

    /**
     * @param before the rules of the app
     * @param after the rules it is to have
     * @param schema null if the app's schema stays
     */
    static List<Finding> check(
            Attrs stored, ResolvedRenames renames, @Nullable Schema schema, Rules before, Rules after) {
        List<Finding> findings = new ArrayList<>();
        for (String entity : stored.entities()) {
            String name = renames.entities().getOrDefault(entity, entity);
            boolean stays = schema == null
                    || schema.entities().stream()
                            .anyMatch(wanted -> wanted.name().equals(name));
            if (!entity.startsWith("$") && stays) {
                judge(findings, entity, before, name, after);
            }
        }
        return findings;
    }

    private static void judge(List<Finding> findings, String entity, Rules before, String name, Rules after) {
        List<String> opened = ACTIONS.stream()
                .filter(action -> !isOpen(before, entity, action))
                .filter(action -> isOpen(after, name, action))
                .toList();
        if (!opened.isEmpty()) {
            String actions = String.join(", ", opened);
            findings.add(new Finding(
                    "IDB233",
                    Severity.WARNING,
                    name,
                    "Opens " + name + ": from now on everyone may " + actions + ".",
                    "If that is not meant, write rules for it.",
                    place(after, name, opened.get(0))));
        }
    }

    private static boolean isOpen(Rules rules, String entity, String action) {
        return OpenRules.ruleFor(rules, entity, action)
                .map(rule -> AlwaysTrue.holds(rules, entity, rule))
                .orElse(true);
    }

    private static Place place(Rules rules, String entity, String action) {
        return OpenRules.ruleFor(rules, entity, action).map(Rule::place).orElse(Place.UNKNOWN);
    }
}
