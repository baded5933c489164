package dev.instant4j.rules;

import io.vertx.core.json.JsonObject;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rate limits that expressions may ask, by name. */
final class RateLimitMap extends AbstractMap<String, RateLimitBucket> {
    private final StoredRules rules;
    private final RateLimiter limiter;
    private final FirstFailure failure;

    RateLimitMap(StoredRules rules, RateLimiter limiter, FirstFailure failure) {
        this.rules = rules;
        this.limiter = limiter;
        this.failure = failure;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && rules.at(StoredRules.RATE_LIMITS, text) != null;
    }

    @Override
    public @Nullable RateLimitBucket get(@Nullable Object name) {
        return name instanceof String text && containsKey(text) ? bucket(text) : null;
    }

    @Override
    public Set<Entry<String, RateLimitBucket>> entrySet() {
        Map<String, RateLimitBucket> buckets = new LinkedHashMap<>();
        if (rules.at(StoredRules.RATE_LIMITS) instanceof JsonObject byName) {
            byName.fieldNames().forEach(name -> buckets.put(name, bucket(name)));
        }
        return buckets.entrySet();
    }

    private RateLimitBucket bucket(String name) {
        return new RateLimitBucket(name, RateLimit.of(rules.at(StoredRules.RATE_LIMITS, name)), limiter, failure);
    }
}
