package dev.instant4j.rules;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens a bucket holds and how it gets new ones.
 *
 * @param capacity tokens in a full bucket
 * @param amount tokens that come per period
 * @param period at least a second
 * @param isGreedy whether tokens come one by one over the period, rather than all at its end
 */
record RateLimit(long capacity, long amount, Duration period, boolean isGreedy) {

    /** Returns the limits of a named bucket; fails on anything but a valid configuration. */
    static List<RateLimit> of(@Nullable Object bucket) {
        RateLimitProblem problem = RateLimitProblem.of(bucket);
        if (problem != null || !(bucket instanceof JsonObject object)) {
            throw new IllegalArgumentException(problem == null ? "No limits." : problem.message());
        }
        JsonArray limits = object.getJsonArray("limits");
        return limits.stream().map(JsonObject.class::cast).map(RateLimit::of).toList();
    }

    private static RateLimit of(JsonObject limit) {
        long capacity = limit.getLong("capacity");
        JsonObject refill = limit.getJsonObject("refill", new JsonObject());
        JsonObject given = refill == null ? new JsonObject() : refill;
        Object amount = given.getValue("amount");
        return new RateLimit(
                capacity,
                amount instanceof Number number ? number.longValue() : capacity,
                RefillPeriod.parse(String.valueOf(orDefault(given.getValue("period"), RefillPeriod.DEFAULT))),
                "greedy".equals(orDefault(given.getValue("type"), "greedy")));
    }

    private static Object orDefault(@Nullable Object value, Object other) {
        return value == null ? other : value;
    }
}
