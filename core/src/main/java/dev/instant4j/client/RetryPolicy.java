package dev.instant4j.client;

import java.time.Duration;

/**
 * How often to send a request that may be sent again, and how long to wait in between: a random time up to a bound that
 * doubles, or as long as the platform asks for.
 *
 * @param attempts how often to send it at most, the first time included
 * @param firstDelay the bound of the first wait
 * @param longestDelay the bound that is not exceeded
 * @param totalTime when it would take longer than this from the first attempt, the last failure stands
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay, Duration totalTime) {
    /** Five attempts within a minute. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(5, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMinutes(1));

    /** Sends everything once. */
    public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * Checks the policy.
     *
     * @throws IllegalArgumentException if there is no attempt at all
     */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "A request must be attempted at least once, not " + attempts + " times.");
        }
    }

    /** Returns the bound of the wait after that many attempts. */
    public Duration bound(int attemptsSoFar) {
        Duration doubled = firstDelay.multipliedBy(1L << Math.min(attemptsSoFar - 1, 30));
        return doubled.compareTo(longestDelay) < 0 ? doubled : longestDelay;
    }
}
