package dev.instant4j.local.service;

import dev.instant4j.rules.InvalidRuleException;
import dev.instant4j.rules.RateLimitedException;
import dev.instant4j.rules.RuleContext;
import dev.instant4j.rules.RuleEvaluationException;
import dev.instant4j.rules.RuleProgram;
import dev.instant4j.rules.RuleSubject;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks rules, and says in the platform's words why one has no answer. */
final class RuleCheck {
    private static final String GUESS = "You may have a typo";

    private final RuleContext context;
    private final boolean isTest;

    /** @param isTest whether failures tell what exactly went wrong */
    RuleCheck(RuleContext context, boolean isTest) {
        this.context = context;
        this.isTest = isTest;
    }

    /** Returns what the rule says about a subject. */
    @Nullable
    Object ask(RuleProgram rule, RuleSubject subject) {
        return ask(rule, subject, context.ruleParams());
    }

    /** Like {@link #ask(RuleProgram, RuleSubject)} with parameters of its own. */
    @Nullable
    Object ask(RuleProgram rule, RuleSubject subject, JsonObject ruleParams) {
        try {
            return rule.evaluate(context.withRuleParams(ruleParams), subject);
        } catch (RuleEvaluationException failure) {
            throw failed(failure);
        } catch (RateLimitedException limited) {
            throw Refusal.rateLimited(new JsonObject()
                    .put("retry-at", limited.retryAt().toString())
                    .put("retry-after", limited.retryAfter().plusMillis(999).toSeconds())
                    .put("remaining-tokens", limited.remainingTokens()));
        }
    }

    /** Finds a rule; the platform looks at some of them only when they are needed. */
    static <T> T find(Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (InvalidRuleException invalid) {
            throw Refusal.invalid(
                    "permission",
                    new JsonArray(invalid.path()),
                    invalid.messages().stream()
                            .map(message -> new JsonObject().put("message", message))
                            .toList());
        }
    }

    private Refusal failed(RuleEvaluationException failure) {
        String reason = isTest ? String.valueOf(failure.getMessage()) : GUESS;
        String message = "Could not evaluate permission rule for `" + failure.etype() + "." + failure.action() + "`. "
                + reason + ". Debug this in the sandbox and then update your permission rules.";
        JsonObject error = new JsonObject()
                .put("type", failure.errorType())
                .put("message", message)
                .put("hint", reason);
        JsonArray rule = new JsonArray().add(failure.etype()).add(failure.action());
        return Refusal.of(
                "permission-evaluation-failed",
                message,
                new JsonObject().put("rule", rule).put("error", error));
    }

    /** Returns a rule as the results of tests show it; null stands for none. */
    static @Nullable JsonObject shown(@Nullable RuleProgram rule) {
        return rule == null
                ? null
                : new JsonObject()
                        .put("etype", rule.etype())
                        .put("action", rule.action())
                        .put("code", rule.code())
                        .put("display-code", rule.displayCode());
    }
}
