package dev.instant4j.rules;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the configuration of a rate limit, in a platform's words. */
record RateLimitProblem(String message) {
    private static final Duration LONGEST = Duration.ofHours(25);

    /** Returns the first problem of a named bucket; null if it has none. */
    static @Nullable RateLimitProblem of(@Nullable Object bucket) {
        Object limits = bucket instanceof JsonObject object ? object.getValue("limits") : null;
        if (limits == null) {
            return missing("limits");
        }
        if (!(limits instanceof JsonArray array) || array.isEmpty()) {
            return invalid("The rate limit config must have at least one limit in the `limits` array.");
        }
        for (int i = 0; i < array.size(); i++) {
            RateLimitProblem problem = ofLimit(array.getValue(i));
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable RateLimitProblem ofLimit(@Nullable Object limit) {
        if (!(limit instanceof JsonObject object) || object.getValue("capacity") == null) {
            return missing("capacity");
        }
        if (!isPositive(object.getValue("capacity"))) {
            return malformed("\"capacity\"");
        }
        Object refill = object.getValue("refill");
        if (refill == null) {
            return null;
        }
        return refill instanceof JsonObject given
                ? ofRefill(given)
                : new RateLimitProblem("Unexpected error parsing $rateLimits config");
    }

    private static @Nullable RateLimitProblem ofRefill(JsonObject refill) {
        Object amount = refill.getValue("amount");
        if (amount != null && !isPositive(amount)) {
            return malformed("\"refill\" \"amount\"");
        }
        Object type = refill.getValue("type");
        if (type != null && !Set.of("greedy", "interval").contains(type)) {
            return malformed("\"refill\" \"type\"");
        }
        Object period = refill.getValue("period");
        if (period == null) {
            return null;
        }
        return period instanceof String text ? ofPeriod(RefillPeriod.parse(text)) : malformed("\"refill\" \"period\"");
    }

    private static @Nullable RateLimitProblem ofPeriod(Duration period) {
        if (period.compareTo(Duration.ofSeconds(1)) < 0) {
            return invalid("The refill period must be longer than a second.");
        }
        return period.compareTo(LONGEST) < 0 ? null : invalid("The refill period can't be longer than a day.");
    }

    private static boolean isPositive(Object value) {
        return (value instanceof Integer || value instanceof Long) && ((Number) value).longValue() > 0;
    }

    private static RateLimitProblem missing(String name) {
        return new RateLimitProblem("Missing parameter: [\"" + name + "\"]");
    }

    private static RateLimitProblem malformed(String path) {
        return new RateLimitProblem("Malformed parameter: [" + path + "]");
    }

    private static RateLimitProblem invalid(String reason) {
        return new RateLimitProblem("Validation failed for rules: " + reason);
    }
}
