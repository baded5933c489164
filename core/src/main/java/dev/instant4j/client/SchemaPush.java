package dev.instant4j.client;

import dev.instant4j.model.AppId;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobGroupId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A push that is under way: how far its jobs are, and what came of it. Safe for use by several threads. */
public final class SchemaPush {
    private final List<Consumer<? super JobProgress>> subscribers = new CopyOnWriteArrayList<>();
    private final Future<List<Job>> outcome;
    private volatile @Nullable JobPolling polling;
    private volatile boolean isCancelled;
    private volatile @Nullable JobProgress latest;

    SchemaPush(AppId app, Future<Optional<JobGroupId>> applied, JobsApi jobs) {
        this.outcome = applied.compose(
                group -> group.isEmpty() ? Future.succeededFuture(List.of()) : await(app, group.get(), jobs));
    }

    /**
     * Returns what comes of it: all jobs, each completed or errored, once none will change any more; no jobs if none were
     * needed. An errored job does not fail the future. It fails as {@link SchemaApi#applySteps} does, or with
     * {@link java.util.concurrent.CancellationException} when cancelled.
     */
    public Future<List<Job>> outcome() {
        return outcome;
    }

    /**
     * Tells a subscriber how far the jobs are, each time the platform was asked, and at once if it was asked before. What
     * a subscriber throws fails the outcome.
     */
    public SchemaPush subscribe(Consumer<? super JobProgress> subscriber) {
        subscribers.add(subscriber);
        JobProgress known = latest;
        if (known != null) {
            subscriber.accept(known);
        }
        return this;
    }

    /** Stops waiting. What was sent is not taken back, and jobs go on. */
    public void cancel() {
        isCancelled = true;
        JobPolling running = polling;
        if (running != null) {
            running.cancel();
        }
    }

    private Future<List<Job>> await(AppId app, JobGroupId group, JobsApi jobs) {
        JobPolling started = jobs.polling(app, group, this::tell);
        polling = started;
        if (isCancelled) {
            started.cancel();
        }
        return started.start();
    }

    private void tell(JobProgress progress) {
        latest = progress;
        subscribers.forEach(subscriber -> subscriber.accept(progress));
    }
}
