package dev.instant4j.rules;

import dev.instant4j.rules.InvalidExpressionException.Issue;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an app ready to decide. Compiles a rule when it is first asked for and keeps it. Safe for use by several
 * threads. Every lookup throws {@link InvalidRuleException} if the rule that decides doesn't compile.
 */
public final class CompiledRules {
    private static final String DEFAULT = StoredRules.DEFAULT;

    private final StoredRules rules;
    private final Map<Key, Optional<RuleProgram>> programs = new ConcurrentHashMap<>();

    private CompiledRules(StoredRules rules) {
        this.rules = rules;
    }

    /** Returns rules as a platform stores them; anything but an object has none. */
    public static CompiledRules of(@Nullable Object code) {
        return new CompiledRules(StoredRules.of(code));
    }

    private record Key(String etype, String action, List<List<String>> paths) {}

    /**
     * Returns the rule that decides an action on an entity, in this order: its own, its own default, that of all
     * entities, their default, the platform's for system entities. None means that everyone may.
     *
     * @param action {@code VIEW}, {@code CREATE}, {@code UPDATE} or {@code DELETE}
     */
    public Optional<RuleProgram> rule(String etype, RuleAction action) {
        String key = action.key();
        return find(
                        etype,
                        action,
                        List.of(
                                List.of(etype, "allow", key),
                                List.of(etype, "allow", DEFAULT),
                                List.of(DEFAULT, "allow", key),
                                List.of(DEFAULT, "allow", DEFAULT)))
                .or(() -> fallback(etype, action));
    }

    /**
     * Returns the rule that decides about links of an entity over a label: that of the label, else the default of the
     * entity's links. None means that the rules of the two entities decide.
     *
     * @param action {@code LINK} or {@code UNLINK}
     */
    public Optional<RuleProgram> linkRule(String etype, RuleAction action, String label) {
        return find(
                etype,
                action,
                List.of(List.of(etype, "allow", action.key(), label), List.of(etype, "allow", action.key(), DEFAULT)));
    }

    /** Returns the rule that decides whether a viewer of an entity sees one of its fields. None means that all do. */
    public Optional<RuleProgram> fieldRule(String etype, String field) {
        return find(etype, RuleAction.VIEW, List.of(List.of(etype, "fields", field)));
    }

    /** Tells whether some fields of an entity have rules of their own. */
    public boolean hasFieldRules(String etype) {
        return rules.at(etype, "fields") instanceof JsonObject fields && !fields.isEmpty();
    }

    private Optional<RuleProgram> find(String etype, RuleAction action, List<List<String>> paths) {
        Key key = new Key(etype, action.key(), paths);
        Optional<RuleProgram> known = programs.get(key);
        if (known != null) {
            return known;
        }
        Optional<RuleProgram> found = paths.stream()
                .filter(path -> rules.at(path) != null)
                .findFirst()
                .map(path -> compile(etype, action, path));
        programs.put(key, found);
        return found;
    }

    private RuleProgram compile(String etype, RuleAction action, List<String> path) {
        Object stored = Objects.requireNonNull(rules.at(path));
        try {
            Expression expression = Expansion.of(rules, etype, action, stored);
            return new RuleProgram(
                    etype,
                    action.key(),
                    expression.code(),
                    stored.toString(),
                    Compiled.program(action, expression),
                    rules);
        } catch (InvalidExpressionException invalid) {
            throw new InvalidRuleException(
                    path, invalid.issues().stream().map(Issue::message).toList());
        }
    }

    private Optional<RuleProgram> fallback(String etype, RuleAction action) {
        return Fallback.of(etype, action)
                .map(fallback -> programs.computeIfAbsent(
                                new Key(etype, action.key(), List.of()),
                                absent -> Optional.of(compile(etype, action, fallback)))
                        .orElseThrow());
    }

    private RuleProgram compile(String etype, RuleAction action, Fallback fallback) {
        try {
            return new RuleProgram(
                    etype,
                    action.key(),
                    fallback.code(),
                    fallback.displayCode(),
                    Compiled.program(action, Expression.of(fallback.code())),
                    rules);
        } catch (InvalidExpressionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
