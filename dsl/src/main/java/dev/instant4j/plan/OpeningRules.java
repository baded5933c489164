package dev.instant4j.plan;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.EntityAdded;
import dev.instant4j.diff.Change.EntityRenamed;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Place;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toCollection;

/**
 * The rules for the moment in which entities appear. An entity without rules is open to everyone, so those of new and
 * renamed entities are set before the schema changes, beside the old ones. What the wanted rules say of entities by
 * default is spelled out for them: the old default stays in force for the others.
 */
final class OpeningRules {

    private OpeningRules() {}

    /** Returns the rules to set before the schema changes; null if the old ones do. */
    static @Nullable Rules of(Rules old, @Nullable Rules wanted, List<Change> changes) {
        if (wanted == null) {
            return null;
        }
        Set<String> appearing = changes.stream()
                .filter(change -> change instanceof EntityAdded || change instanceof EntityRenamed)
                .map(Change::entity)
                .collect(toCollection(LinkedHashSet::new));
        List<Namespace> opened = opened(wanted, appearing);
        if (opened.isEmpty()) {
            return null;
        }
        List<Namespace> namespaces = new ArrayList<>();
        old.namespaces().stream()
                .filter(namespace -> !appearing.contains(namespace.name()))
                .forEach(namespaces::add);
        namespaces.addAll(opened);
        return new Rules(namespaces);
    }

    private static List<Namespace> opened(Rules wanted, Set<String> appearing) {
        List<Rule> byDefault =
                wanted.namespace(Namespace.DEFAULT).map(Namespace::rules).orElse(List.of());
        List<Namespace> opened = new ArrayList<>();
        for (String entity : appearing) {
            List<Rule> rules = wanted.namespace(entity).map(Namespace::rules).orElse(List.of());
            List<Rule> complete = withDefaults(rules, byDefault);
            if (!complete.isEmpty()) {
                opened.add(new Namespace(entity, complete, Place.UNKNOWN));
            }
        }
        return opened;
    }

    private static List<Rule> withDefaults(List<Rule> rules, List<Rule> byDefault) {
        List<Rule> complete = new ArrayList<>(rules);
        boolean decidesAll = has(rules, Rule.Kind.ALLOW, Namespace.DEFAULT);
        for (Rule fallback : byDefault) {
            boolean applies = fallback.kind() == Rule.Kind.BIND || (fallback.kind() == Rule.Kind.ALLOW && !decidesAll);
            if (applies && !has(rules, fallback.kind(), fallback.name())) {
                complete.add(fallback);
            }
        }
        return complete;
    }

    private static boolean has(List<Rule> rules, Rule.Kind kind, String name) {
        return rules.stream()
                .anyMatch(rule -> rule.kind() == kind && rule.name().equals(name));
    }
}
