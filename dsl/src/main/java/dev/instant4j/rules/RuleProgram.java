package dev.instant4j.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule ready to be asked. Safe for use by several threads. */
public final class RuleProgram {
    private final String etype;
    private final String action;
    private final String code;
    private final String displayCode;
    private final Program program;
    private final StoredRules rules;

    RuleProgram(String etype, String action, String code, String displayCode, Program program, StoredRules rules) {
        this.etype = etype;
        this.action = action;
        this.code = code;
        this.displayCode = displayCode;
        this.program = program;
        this.rules = rules;
    }

    /** Returns the entity type that it decides about. */
    public String etype() {
        return etype;
    }

    /** Returns the action that it decides about, as a platform names it. */
    public String action() {
        return action;
    }

    /** Returns the expression with its binds around it. */
    public String code() {
        return code;
    }

    /** Returns the expression as it was written. */
    public String displayCode() {
        return displayCode;
    }

    /** Tells whether the result of a rule lets something pass: anything but null and false does. */
    public static boolean passes(@Nullable Object result) {
        return result != null && !Boolean.FALSE.equals(result);
    }

    /**
     * Returns what the rule says, as a JSON value.
     *
     * @throws RuleEvaluationException if it has no value, for instance since it compares null with a number
     * @throws RateLimitedException if it asks for more than a rate limit has, even where the rest decides otherwise
     * @throws RuntimeException whatever {@link Refs} throws
     */
    public @Nullable Object evaluate(RuleContext context, RuleSubject subject) {
        FirstFailure failure = new FirstFailure();
        try {
            Object result = program.eval(names(context, subject, failure));
            failure.rethrow();
            return CelValues.toJson(result);
        } catch (CelEvaluationException unanswerable) {
            failure.rethrow();
            throw new RuleEvaluationException(etype, action, unanswerable);
        }
    }

    private Map<String, Object> names(RuleContext context, RuleSubject subject, FirstFailure failure) {
        Refs refs = (type, id, path) -> failure.keep(() -> context.refs().values(type, id, path));
        Map<String, Object> names = new HashMap<>();
        names.put("auth", new LinkedMap(context.auth().getMap(), "$users", refs));
        names.put("data", new LinkedMap(subject.data().getMap(), etype, refs));
        names.put("ruleParams", CelValues.toCel(context.ruleParams()));
        names.put("request", RequestMessage.of(context.request(), subject.modifiedFields()));
        names.put("rateLimit", new RateLimitMap(rules, context.limits(), failure));
        JsonObject newData = subject.newData();
        if (newData != null) {
            names.put("newData", CelValues.toCel(newData));
        }
        RuleSubject.Linked linked = subject.linked();
        if (linked != null) {
            names.put("linkedData", new LinkedMap(linked.data().getMap(), linked.etype(), refs));
            names.put("actions", Map.of("data", linked.action(), "linkedData", linked.linkedAction()));
        }
        return names;
    }
}
