package dev.instant4j.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compiles expressions and judges what CEL itself can't know. */
final class Compiled {

    private Compiled() {}

    /** Returns the program of an expression. */
    static Program program(RuleAction action, Expression expression) throws InvalidExpressionException {
        try {
            return CelDialect.program(CelDialect.compile(action, expression.code()));
        } catch (CelValidationException invalid) {
            throw InvalidExpressionException.of(invalid);
        } catch (CelEvaluationException unplannable) {
            throw new InvalidExpressionException(Expansion.UNEXPECTED);
        }
    }

    /** Refuses an expression that a platform doesn't take, though it may be CEL. */
    static void judge(RuleAction action, Expression expression, StoredRules rules) throws InvalidExpressionException {
        CelAbstractSyntaxTree tree = checked(action, expression);
        judgeAuthRefs(tree);
        judgeRateLimits(tree, rules);
    }

    private static CelAbstractSyntaxTree checked(RuleAction action, Expression expression)
            throws InvalidExpressionException {
        try {
            return CelDialect.compile(action, expression.code());
        } catch (CelValidationException invalid) {
            throw InvalidExpressionException.of(invalid);
        }
    }

    private static void judgeAuthRefs(CelAbstractSyntaxTree tree) throws InvalidExpressionException {
        Predicate<CelCall> isRefOfAuth = call -> call.function().equals("ref")
                && call.target().filter(target -> isName(target, "auth")).isPresent();
        boolean wrong = nodes(tree, Kind.CALL)
                .map(CelExpr::call)
                .filter(isRefOfAuth)
                .anyMatch(call -> !isPathOfUser(call.args().get(0)));
        if (wrong) {
            throw new InvalidExpressionException("auth.ref arg must start with `$user.`");
        }
    }

    private static boolean isPathOfUser(CelExpr argument) {
        return argument.getKind() == Kind.CONSTANT
                && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE
                && argument.constant().stringValue().startsWith("$user.");
    }

    private static void judgeRateLimits(CelAbstractSyntaxTree tree, StoredRules rules)
            throws InvalidExpressionException {
        Optional<String> unknown = nodes(tree, Kind.SELECT)
                .map(CelExpr::select)
                .filter(select -> isName(select.operand(), "rateLimit"))
                .map(CelSelect::field)
                .filter(name -> rules.at(StoredRules.RATE_LIMITS, name) == null)
                .findFirst();
        if (unknown.isPresent()) {
            throw new InvalidExpressionException("`" + unknown.get()
                    + "` is not a valid rate limit config. It should be defined in the `$rateLimits` key.");
        }
    }

    private static boolean isName(CelExpr expression, String name) {
        return expression.getKind() == Kind.IDENT && expression.ident().name().equals(name);
    }

    private static Stream<CelExpr> nodes(CelAbstractSyntaxTree tree, Kind kind) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == kind)
                .map(CelNavigableExpr::expr);
    }
}
