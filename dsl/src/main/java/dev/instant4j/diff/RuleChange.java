package dev.instant4j.diff;

import dev.instant4j.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One rule that differs.
 *
 * @param namespace the namespace it belongs to
 * @param kind what the rule decides
 * @param name the action, bind, label or field it is about
 * @param from the expression that the app has; null if it has none
 * @param to the expression that the definition wants; null if it wants none
 */
public record RuleChange(
        String namespace,
        Rule.Kind kind,
        String name,
        @Nullable String from,
        @Nullable String to) {

    /** Returns what it does; rules are never renamed. */
    public Change.Kind change() {
        if (from == null) {
            return Change.Kind.ADDED;
        }
        return to == null ? Change.Kind.DELETED : Change.Kind.CHANGED;
    }
}
