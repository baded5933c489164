package dev.instant4j.rules;

import java.time.Duration;
import java.time.Instant;

/** The tokens left under one limit. Not safe for use by several threads at once. */
final class TokenBucket {
    private final RateLimit limit;
    private long tokens;
    private Instant refilled;

    TokenBucket(RateLimit limit, Instant now) {
        this.limit = limit;
        this.tokens = limit.capacity();
        this.refilled = now;
    }

    /** Adds the tokens that have come since the last call and returns how many there are. */
    long tokensAt(Instant now) {
        long arrived = arrivals(Duration.between(refilled, now));
        if (arrived > 0) {
            refilled = refilled.plusNanos(nanosFor(arrived));
            tokens = Math.min(limit.capacity(), tokens + arrived);
        }
        if (tokens == limit.capacity()) {
            refilled = now;
        }
        return tokens;
    }

    boolean isFull(Instant now) {
        return tokensAt(now) == limit.capacity();
    }

    void take(long count) {
        tokens -= count;
    }

    /** Returns how long it takes from {@code now} until there are {@code count} tokens. */
    Duration until(long count, Instant now) {
        long missing = count - tokensAt(now);
        return missing <= 0 ? Duration.ZERO : Duration.between(now, refilled.plusNanos(nanosFor(missing)));
    }

    private long arrivals(Duration elapsed) {
        if (elapsed.isNegative()) {
            return 0;
        }
        double periods = (double) elapsed.toNanos() / limit.period().toNanos();
        double arrived = (limit.isGreedy() ? periods : Math.floor(periods)) * limit.amount();
        return (long) arrived;
    }

    private long nanosFor(long count) {
        double periods = (double) count / limit.amount();
        return (long) Math.ceil((limit.isGreedy() ? periods : Math.ceil(periods))
                * limit.period().toNanos());
    }
}
