package dev.instant4j.diff;

import dev.instant4j.model.Namespace;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what differs between two sets of rules by what they mean: the order of namespaces, rules and binds is nothing. */
public final class RulesDiff {

    private RulesDiff() {}

    /** Returns what must change: additions and changes in the order of {@code to}, then what {@code from} has more. */
    public static List<RuleChange> between(Rules from, Rules to) {
        Map<Key, String> before = byKey(from);
        Map<Key, String> after = byKey(to);
        List<RuleChange> changes = new ArrayList<>();
        after.forEach((key, expression) -> {
            String old = before.get(key);
            if (!expression.equals(old)) {
                changes.add(new RuleChange(key.namespace(), key.kind(), key.name(), old, expression));
            }
        });
        before.forEach((key, expression) -> {
            if (!after.containsKey(key)) {
                changes.add(new RuleChange(key.namespace(), key.kind(), key.name(), expression, null));
            }
        });
        return List.copyOf(changes);
    }

    private record Key(String namespace, Rule.Kind kind, String name) {}

    private static Map<Key, String> byKey(Rules rules) {
        Map<Key, String> found = new LinkedHashMap<>();
        for (Namespace namespace : rules.namespaces()) {
            namespace
                    .rules()
                    .forEach(rule -> found.put(new Key(namespace.name(), rule.kind(), rule.name()), rule.expression()));
        }
        return found;
    }
}
