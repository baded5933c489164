package dev.instant4j.rules;

import java.util.List;

/** A rate limit as expressions see it: {@code rateLimit.burst}. */
record RateLimitBucket(String name, List<RateLimit> limits, RateLimiter limiter, FirstFailure failure) {

    boolean take(Object key, long count) {
        if (count <= 0) {
            throw new IllegalArgumentException("The number of tokens must be positive.");
        }
        return failure.keep(() -> {
            limiter.take(name, limits, String.valueOf(CelValues.toJson(key)), count);
            return true;
        });
    }
}
