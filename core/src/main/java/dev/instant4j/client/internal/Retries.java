package dev.instant4j.client.internal;

import dev.instant4j.client.RetryPolicy;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.error.TransportException;
import dev.instant4j.wire.Hint;
import dev.instant4j.wire.JsonCursor;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Sends what may be sent again, for as long as a failure looks like one that passes. */
final class Retries {
    private static final int TOO_MANY_REQUESTS = 429;

    private final RetryPolicy policy;
    private final Timers timers;
    private final InstantSource clock;
    private final RandomGenerator random;

    Retries(RetryPolicy policy, Timers timers, InstantSource clock, RandomGenerator random) {
        this.policy = policy;
        this.timers = timers;
        this.clock = clock;
        this.random = random;
    }

    /** Returns what the first attempt that is not worth repeating comes to. */
    Future<JsonCursor> run(Call call, Supplier<Future<JsonCursor>> attempt) {
        Instant end = clock.instant().plus(policy.totalTime());
        return new Run<>(call.repeat(), attempt, () -> JsonCursor.of(call.operation(), null), end).next(1, false);
    }

    /** Like {@link #run}, of something that may be done anytime, and may take any time. */
    <T> Future<T> anytime(Supplier<Future<T>> attempt) {
        Supplier<T> gone = () -> {
            throw new IllegalStateException("Only deletes can find something gone.");
        };
        return new Run<>(Repeat.ANYTIME, attempt, gone, Instant.MAX).next(1, false);
    }

    /** Tells whether the same call may succeed when it is sent again, without being done twice. */
    static boolean isWorthRepeating(Repeat repeat, Throwable failure) {
        if (failure instanceof TransportException missing) {
            return !missing.mayHaveHappened() || repeat != Repeat.NEVER;
        }
        if (!(failure instanceof ApiException refusal)) {
            return false;
        }
        if (refusal.status() == TOO_MANY_REQUESTS && refusal.type() == ErrorType.RATE_LIMITED) {
            return true;
        }
        boolean isPassing = refusal.status() == TOO_MANY_REQUESTS || Lost.isGatewayTrouble(refusal);
        return isPassing && repeat != Repeat.NEVER;
    }

    /** One call and what has become of it so far. */
    private final class Run<T> {
        private final Repeat repeat;
        private final Supplier<Future<T>> attempt;
        private final Supplier<T> gone;
        private final Instant end;

        /** @param gone what a delete comes to that finds nothing left to delete */
        Run(Repeat repeat, Supplier<Future<T>> attempt, Supplier<T> gone, Instant end) {
            this.repeat = repeat;
            this.attempt = attempt;
            this.gone = gone;
            this.end = end;
        }

        /** @param mayBeDone whether an attempt before this one may have done it */
        Future<T> next(int number, boolean mayBeDone) {
            return attempt.get().recover(failure -> {
                if (mayBeDone && isGone(failure)) {
                    return Future.succeededFuture(gone.get());
                }
                return again(number, mayBeDone || Lost.isLost(failure), failure);
            });
        }

        private Future<T> again(int number, boolean mayBeDone, Throwable failure) {
            Duration wait = delay(number, failure);
            boolean isInTime = !clock.instant().plus(wait).isAfter(end);
            if (number >= policy.attempts() || !isInTime || !isWorthRepeating(repeat, failure)) {
                return Future.failedFuture(failure);
            }
            return timers.after(wait)
                    .recover(closed -> Future.failedFuture(failure))
                    .compose(elapsed -> next(number + 1, mayBeDone));
        }

        private Duration delay(int number, Throwable failure) {
            long bound = policy.bound(number).toMillis();
            Duration jitter = Duration.ofMillis(bound <= 0 ? 0 : random.nextLong(bound + 1));
            Optional<Duration> asked = failure instanceof ApiException refusal
                    ? Hint.of(refusal).retryAfter(clock.instant())
                    : Optional.empty();
            return asked.map(jitter::plus).orElse(jitter);
        }

        private boolean isGone(Throwable failure) {
            return repeat == Repeat.UNTIL_GONE
                    && failure instanceof ApiException refusal
                    && refusal.type() == ErrorType.RECORD_NOT_FOUND
                    && !Hint.of(refusal).isAboutBearer();
        }
    }
}
