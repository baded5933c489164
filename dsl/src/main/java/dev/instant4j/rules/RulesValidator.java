package dev.instant4j.rules;

import dev.instant4j.rules.InvalidExpressionException.Issue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges rules as a platform does when they are set. */
public final class RulesValidator {
    private static final Set<String> SYSTEM =
            Set.of("$users", "$files", "$streams", StoredRules.DEFAULT, StoredRules.RATE_LIMITS);

    private final StoredRules rules;
    private final List<Problem> problems = new ArrayList<>();

    private RulesValidator(StoredRules rules) {
        this.rules = rules;
    }

    /**
     * Returns all that a platform would say against rules, in its order; nothing if it takes them.
     *
     * @param code rules as they are sent, of any shape: anything but an object has nothing to say
     */
    public static List<RuleError> errors(@Nullable Object code) {
        return problems(StoredRules.of(code)).stream().map(Problem::error).toList();
    }

    static List<Problem> problems(StoredRules rules) {
        RulesValidator validator = new RulesValidator(rules);
        validator.judge();
        return List.copyOf(validator.problems);
    }

    /**
     * One thing that is wrong with rules.
     *
     * @param expression the text that it was found in; null if it is about none
     */
    record Problem(List<String> in, Issue issue, @Nullable Expression expression) {
        private RuleError error() {
            return new RuleError(issue.message(), in);
        }
    }

    private void judge() {
        rules.namespaces().forEach(this::judgeBinds);
        rules.namespaces().stream()
                .filter(namespace -> !namespace.equals(StoredRules.RATE_LIMITS))
                .forEach(this::judgeActions);
        rules.namespaces().forEach(this::judgeFields);
        judgeRateLimits();
    }

    private void judgeBinds(String namespace) {
        Object bind = rules.at(namespace, "bind");
        if (!Binds.canBe(bind)) {
            report(Expansion.UNEXPECTED, namespace, "bind");
            return;
        }
        Binds binds = Binds.of(bind);
        Optional<String> repeated = binds.repeated();
        if (binds.isOdd()) {
            report(Expansion.ODD, namespace, "bind");
        } else if (repeated.isPresent()) {
            report("bind should only contain a given variable name once", namespace, "bind", repeated.get());
        }
    }

    private void judgeActions(String namespace) {
        for (RuleAction action : RuleAction.ON_ENTITIES) {
            judgeAction(namespace, action);
        }
    }

    private void judgeAction(String namespace, RuleAction action) {
        Object expression = rules.at(namespace, "allow", action.key());
        if (namespace.equals("$users") && action == RuleAction.DELETE && !canBeUsersDelete(expression)) {
            report(
                    "The $users namespace doesn't support permissions for delete. Set `$users.allow.delete` to"
                            + " `\"false\"`.",
                    namespace,
                    "allow",
                    action.key());
        } else if (isReserved(namespace)) {
            report(
                    "The " + namespace + " namespace is a reserved internal namespace that does not yet support rules.",
                    namespace,
                    "allow",
                    action.key());
        } else {
            judgeExpression(namespace, action, expression, List.of(namespace, "allow", action.key()));
        }
    }

    /** Tells whether a name is the platform's own and takes no rules. */
    static boolean isReserved(String namespace) {
        return namespace.startsWith("$") && !SYSTEM.contains(namespace);
    }

    private static boolean canBeUsersDelete(@Nullable Object expression) {
        return expression == null || expression.equals("false");
    }

    private void judgeExpression(String namespace, RuleAction action, @Nullable Object expression, List<String> path) {
        if (expression != null) {
            problems.addAll(problems(rules, namespace, action, expression, path));
        }
    }

    /** Returns what is wrong with one expression, whether or not a platform looks at it. */
    static List<Problem> problems(
            StoredRules rules, String namespace, RuleAction action, Object stored, List<String> path) {
        Expression expression = null;
        try {
            expression = Expansion.of(rules, namespace, action, stored);
            Compiled.judge(action, expression, rules);
            return List.of();
        } catch (InvalidExpressionException invalid) {
            Expression found = expression;
            return invalid.issues().stream()
                    .map(issue -> new Problem(path, issue, found))
                    .toList();
        }
    }

    private void judgeFields(String namespace) {
        Object fields = rules.at(namespace, "fields");
        if (fields instanceof JsonObject byName) {
            byName.fieldNames().forEach(field -> judgeField(namespace, field));
        } else if (fields != null && !(fields instanceof JsonArray array && array.isEmpty())) {
            report(Expansion.UNEXPECTED, namespace, "fields");
        }
    }

    private void judgeField(String namespace, String field) {
        if (field.equals("id")) {
            report(
                    "You cannot set field rules for `id`. Use " + namespace + " -> allow -> view instead",
                    namespace,
                    "fields");
            return;
        }
        List<String> path = List.of(namespace, "fields", field);
        judgeExpression(namespace, RuleAction.VIEW, rules.at(path), path);
    }

    private void judgeRateLimits() {
        Object limits = rules.at(StoredRules.RATE_LIMITS);
        if (limits == null) {
            return;
        }
        if (!(limits instanceof JsonObject byName)) {
            report("$rateLimits must be an object", StoredRules.RATE_LIMITS);
            return;
        }
        for (String name : byName.fieldNames()) {
            RateLimitProblem problem = RateLimitProblem.of(byName.getValue(name));
            if (problem != null) {
                report(problem.message(), StoredRules.RATE_LIMITS, name);
            }
        }
    }

    private void report(String message, String... in) {
        problems.add(new Problem(List.of(in), new Issue(message, 0, 0), null));
    }
}
