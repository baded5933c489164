package dev.instant4j.client;

import dev.instant4j.client.internal.Loop;
import dev.instant4j.client.internal.Timers;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.TransportException;
import dev.instant4j.model.Job;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks for jobs again and again until all have come to an end. */
final class JobPolling {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int FORGIVEN_FAILURES = 4;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Timers timers;
    private final Supplier<Future<List<Job>>> poll;
    private final Consumer<? super JobProgress> progress;
    private volatile Pace pace = new Pace(SHORTEST, List.of(), 0);
    private volatile boolean isCancelled;
    private volatile Runnable wake = () -> {};

    JobPolling(Timers timers, Supplier<Future<List<Job>>> poll, Consumer<? super JobProgress> progress) {
        this.timers = timers;
        this.poll = poll;
        this.progress = progress;
    }

    Future<List<Job>> start() {
        return Loop.until(this::ask);
    }

    /** Stops asking; the future that {@link #start} returned fails. */
    void cancel() {
        isCancelled = true;
        wake.run();
    }

    private Future<Optional<List<Job>>> ask() {
        if (isCancelled) {
            return cancelled();
        }
        return poll.get().transform(asked -> {
            if (asked.succeeded()) {
                return answered(asked.result());
            }
            boolean isForgiven = isPassing(asked.cause()) && pace.failures() < FORGIVEN_FAILURES;
            return isForgiven ? later(pace.failed()) : Future.failedFuture(asked.cause());
        });
    }

    private static boolean isPassing(Throwable failure) {
        if (failure instanceof ApiException refused) {
            return refused.status() == TOO_MANY_REQUESTS || refused.status() >= SERVER_ERROR;
        }
        return failure instanceof TransportException;
    }

    private Future<Optional<List<Job>>> answered(List<Job> jobs) {
        JobProgress now = new JobProgress(jobs);
        progress.accept(now);
        return now.isFinal() ? Future.succeededFuture(Optional.of(now.jobs())) : later(pace.answered(now.jobs()));
    }

    private Future<Optional<List<Job>>> later(Pace next) {
        if (isCancelled) {
            return cancelled();
        }
        Timers.Wait wait = timers.begin(next.interval());
        pace = next;
        wake = wait::cancel;
        if (isCancelled) {
            wait.cancel();
        }
        return wait.elapsed().map(Optional.empty());
    }

    private static Future<Optional<List<Job>>> cancelled() {
        return Future.failedFuture(new CancellationException("nobody waits for the jobs any more; they go on"));
    }

    /** How long to wait before the next question, and what that follows from. */
    private record Pace(Duration interval, List<Job> jobs, int failures) {

        Pace answered(List<Job> now) {
            return new Pace(now.equals(jobs) ? slower() : SHORTEST, now, 0);
        }

        Pace failed() {
            return new Pace(slower(), jobs, failures + 1);
        }

        private Duration slower() {
            Duration doubled = interval.multipliedBy(2);
            return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        }
    }
}
