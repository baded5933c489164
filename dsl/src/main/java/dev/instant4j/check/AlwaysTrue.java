package dev.instant4j.check;

import dev.instant4j.model.Namespace;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells of an expression whether it plainly holds for everyone: {@code true}, also by way of binds, in parentheses, or
 * joined with other parts. What takes more than that to see is not seen.
 */
final class AlwaysTrue {
    private final Rules rules;
    private final String entity;
    private final Set<String> open = new HashSet<>();

    private AlwaysTrue(Rules rules, String entity) {
        this.rules = rules;
        this.entity = entity;
    }

    static boolean holds(Rules rules, String entity, Rule rule) {
        return new AlwaysTrue(rules, entity).holds(rule.expression());
    }

    private boolean holds(String written) {
        String expression = written.strip();
        List<String> alternatives = split(expression, "||");
        if (alternatives.size() > 1) {
            return alternatives.stream().anyMatch(this::holds);
        }
        List<String> conditions = split(expression, "&&");
        if (conditions.size() > 1) {
            return conditions.stream().allMatch(this::holds);
        }
        if (expression.startsWith("(") && expression.endsWith(")")) {
            return holds(expression.substring(1, expression.length() - 1));
        }
        return expression.equals("true") || expression.equals("!false") || bindHolds(expression);
    }

    private boolean bindHolds(String name) {
        if (!open.add(name)) {
            return false;
        }
        boolean holds = bind(entity, name)
                .or(() -> bind(Namespace.DEFAULT, name))
                .filter(rule -> holds(rule.expression()))
                .isPresent();
        open.remove(name);
        return holds;
    }

    private Optional<Rule> bind(String namespace, String name) {
        return rules.namespace(namespace).stream()
                .flatMap(found -> found.rules().stream())
                .filter(rule -> rule.kind() == Rule.Kind.BIND && rule.name().equals(name))
                .findFirst();
    }

    /** Splits at an operator that stands outside of parentheses, brackets and texts. */
    private static List<String> split(String expression, String operator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        char quote = 0;
        for (int i = 0; i < expression.length(); i++) {
            char at = expression.charAt(i);
            if (quote != 0) {
                i += at == '\\' ? 1 : 0;
                quote = at == quote ? 0 : quote;
            } else if (at == '\'' || at == '"') {
                quote = at;
            } else if ("([{?".indexOf(at) >= 0) {
                depth++;
            } else if (")]}".indexOf(at) >= 0) {
                depth--;
            } else if (depth == 0 && expression.startsWith(operator, i)) {
                parts.add(expression.substring(begin, i));
                begin = i + operator.length();
                i = begin - 1;
            }
        }
        return Stream.concat(parts.stream(), Stream.of(expression.substring(begin)))
                .toList();
    }
}
