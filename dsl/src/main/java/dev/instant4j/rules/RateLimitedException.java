package dev.instant4j.rules;

import java.time.Duration;
import java.time.Instant;

/** A rule asked for a token that its rate limit doesn't have. */
public final class RateLimitedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant retryAt;
    private final Duration retryAfter;
    private final long remainingTokens;

    RateLimitedException(Instant retryAt, Duration retryAfter, long remainingTokens) {
        super("The rate limit is exhausted until " + retryAt + ".", null, false, false);
        this.retryAt = retryAt;
        this.retryAfter = retryAfter;
        this.remainingTokens = remainingTokens;
    }

    /** Returns when there will be enough tokens. */
    public Instant retryAt() {
        return retryAt;
    }

    /** Returns how long that is from now. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Returns how many tokens there are, though too few. */
    public long remainingTokens() {
        return remainingTokens;
    }
}
