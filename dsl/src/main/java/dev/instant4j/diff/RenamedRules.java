package dev.instant4j.diff;

import dev.instant4j.model.AttrName;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;

/** Lets the rules of an app follow what is renamed: an entity must not lose its rules together with its name. */
public final class RenamedRules {

    private RenamedRules() {}

    /**
     * Returns the same rules under the new names of entities, attrs and links. Expressions stay as they are, be they
     * about an old name or not.
     */
    public static Rules of(Rules rules, ResolvedRenames renames) {
        return new Rules(rules.namespaces().stream()
                .map(namespace -> renamed(namespace, renames))
                .toList());
    }

    private static Namespace renamed(Namespace namespace, ResolvedRenames renames) {
        String name = renames.entities().getOrDefault(namespace.name(), namespace.name());
        return new Namespace(
                name,
                namespace.rules().stream()
                        .map(rule -> renamed(namespace.name(), rule, renames))
                        .toList(),
                namespace.place());
    }

    private static Rule renamed(String entity, Rule rule, ResolvedRenames renames) {
        return switch (rule.kind()) {
            case LINK, UNLINK, FIELD -> {
                String label =
                        renames.wantedName(new AttrName(entity, rule.name())).label();
                yield new Rule(rule.kind(), label, rule.expression(), rule.place());
            }
            default -> rule;
        };
    }
}
