package dev.instant4j.client;

import java.time.Duration;

/**
 * How long a client waits and how much it takes.
 *
 * @param connectTimeout how long to wait for a connection
 * @param deadline how long one exchange may take, from the wish for a connection to the last byte of the answer
 * @param maxBytes the most bytes that an answer may have
 * @param maxInFlight how many requests may be under way at once; the rest wait in order, which counts for the deadline
 */
public record Limits(Duration connectTimeout, Duration deadline, int maxBytes, int maxInFlight) {
    /** Ten seconds for a connection, two minutes for an exchange, 64 MiB for an answer, eight requests at once. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), Duration.ofMinutes(2), 64 * 1024 * 1024, 8);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public Limits {
        requirePositive("connect timeout in milliseconds", connectTimeout.toMillis());
        requirePositive("deadline in milliseconds", deadline.toMillis());
        requirePositive("most bytes of an answer", maxBytes);
        requirePositive("number of requests in flight", maxInFlight);
    }

    /** Returns these limits with another time to wait for a connection, at least a millisecond. */
    public Limits withConnectTimeout(Duration newTimeout) {
        return new Limits(newTimeout, deadline, maxBytes, maxInFlight);
    }

    /** Returns these limits with another time for one exchange as a whole, at least a millisecond. */
    public Limits withDeadline(Duration newDeadline) {
        return new Limits(connectTimeout, newDeadline, maxBytes, maxInFlight);
    }

    /** Returns these limits with another number of bytes that an answer may have, at least one. */
    public Limits withMaxBytes(int newMaxBytes) {
        return new Limits(connectTimeout, deadline, newMaxBytes, maxInFlight);
    }

    /** Returns these limits with another number of requests under way at once, at least one. */
    public Limits withMaxInFlight(int newMaxInFlight) {
        return new Limits(connectTimeout, deadline, maxBytes, newMaxInFlight);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("The " + name + " must be positive, not " + value + ".");
        }
    }
}
