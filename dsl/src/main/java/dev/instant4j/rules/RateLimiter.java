package dev.instant4j.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rate limits of one app as they stand now, in memory. Tokens once taken are not given back. Safe for use by several
 * threads.
 */
public final class RateLimiter {
    private static final int MANY = 10_000;

    private final InstantSource clock;
    private final Map<Key, List<TokenBucket>> buckets = new HashMap<>();

    public RateLimiter(InstantSource clock) {
        this.clock = clock;
    }

    private record Key(String name, List<RateLimit> limits, String key) {}

    /** Takes tokens for a key, all or none; fails with {@link RateLimitedException} if one limit has too few. */
    synchronized void take(String name, List<RateLimit> limits, String key, long count) {
        Instant now = clock.instant();
        if (buckets.size() > MANY) {
            buckets.values().removeIf(held -> isFull(held, now));
        }
        List<TokenBucket> held = buckets.computeIfAbsent(
                new Key(name, limits, key),
                added -> added.limits().stream()
                        .map(limit -> new TokenBucket(limit, now))
                        .toList());
        Duration wait = held.stream()
                .map(bucket -> bucket.until(count, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (!wait.isZero()) {
            long left = held.stream()
                    .mapToLong(bucket -> bucket.tokensAt(now))
                    .min()
                    .orElse(0);
            throw new RateLimitedException(now.plus(wait), wait, left);
        }
        held.forEach(bucket -> bucket.take(count));
    }

    private static boolean isFull(List<TokenBucket> held, Instant now) {
        return held.stream().allMatch(bucket -> bucket.isFull(now));
    }
}
