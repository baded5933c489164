package dev.instant4j.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toCollection;

/** Puts the binds that an expression uses around it, the most basic outermost. */
final class Expansion {
    static final String ODD = "bind should have an even number of elements";
    static final String UNEXPECTED = "There was an unexpected error evaluating the rules";

    private final RuleAction action;
    private final Map<String, Object> binds;
    private final List<String> open = new ArrayList<>();
    private final Map<String, String> used = new LinkedHashMap<>();

    private Expansion(RuleAction action, Map<String, Object> binds) {
        this.action = action;
        this.binds = binds;
    }

    /**
     * Returns the expression in a namespace ready to compile.
     *
     * @param stored as it stands in the rules; not null
     */
    static Expression of(StoredRules rules, String namespace, RuleAction action, Object stored)
            throws InvalidExpressionException {
        Binds binds = Binds.of(rules.at(StoredRules.DEFAULT, "bind")).then(Binds.of(rules.at(namespace, "bind")));
        String text = text(stored);
        if (binds.isOdd()) {
            throw new InvalidExpressionException(ODD);
        }
        return new Expansion(action, binds.byName()).expand(text);
    }

    private static String text(@Nullable Object stored) throws InvalidExpressionException {
        if (stored instanceof String || stored instanceof Boolean) {
            return stored.toString();
        }
        throw new InvalidExpressionException(UNEXPECTED);
    }

    /** Unlike an expression, a bind can't be a boolean. */
    private static String bound(@Nullable Object bind) throws InvalidExpressionException {
        if (bind instanceof String text) {
            return text;
        }
        throw new InvalidExpressionException(UNEXPECTED);
    }

    private Expression expand(String text) throws InvalidExpressionException {
        if (binds.isEmpty()) {
            return Expression.of(text);
        }
        follow(text);
        List<String> innermostFirst = new ArrayList<>(used.keySet());
        Collections.reverse(innermostFirst);
        Expression expression = Expression.of(text);
        for (String bind : innermostFirst) {
            expression = expression.inside(bind, Objects.requireNonNull(used.get(bind)));
        }
        return expression;
    }

    private void follow(String text) throws InvalidExpressionException {
        for (String bind : bindsIn(text)) {
            if (open.contains(bind)) {
                throw new InvalidExpressionException(cycle(bind));
            }
            if (!used.containsKey(bind)) {
                String expression = bound(binds.get(bind));
                open.add(bind);
                follow(expression);
                open.remove(bind);
                used.put(bind, expression);
            }
        }
    }

    private Set<String> bindsIn(String text) throws InvalidExpressionException {
        try {
            return names(CelDialect.parse(action, text)).stream()
                    .filter(binds::containsKey)
                    .collect(toCollection(TreeSet::new));
        } catch (CelValidationException invalid) {
            throw InvalidExpressionException.of(invalid);
        }
    }

    private static Set<String> names(CelAbstractSyntaxTree expression) {
        return CelNavigableAst.fromAst(expression)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.IDENT)
                .map(CelNavigableExpr::expr)
                .map(CelExpr::ident)
                .map(CelExpr.CelIdent::name)
                .collect(toCollection(TreeSet::new));
    }

    private String cycle(String bind) {
        List<String> members = open.subList(open.indexOf(bind), open.size());
        int smallest = members.indexOf(Collections.min(members));
        List<String> turned = new ArrayList<>(members.subList(smallest, members.size()));
        turned.addAll(members.subList(0, smallest));
        turned.add(members.get(smallest));
        return "The binds have a cyclic dependency " + String.join(" -> ", turned);
    }
}
