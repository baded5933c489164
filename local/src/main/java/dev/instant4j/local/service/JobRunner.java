package dev.instant4j.local.service;

import dev.instant4j.local.store.JobRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Works off background jobs, one stage after the other, each in a transaction of its own: other requests come in
 * between, and after a restart a job goes on where it was.
 */
public final class JobRunner {
    private final Store store;
    private final JobWork work;
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private final AtomicInteger allowedStages = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean isStopped;
    private volatile Future<Void> current = Future.succeededFuture();

    JobRunner(Store store, SystemCatalog catalog) {
        this.store = store;
        this.work = new JobWork(catalog);
    }

    /** Starts working if there are jobs and nobody works yet; returns at once. */
    public void wake() {
        isAsked.set(true);
        if (!isStopped && isRunning.compareAndSet(false, true)) {
            current = next();
        }
    }

    /** Rests after this many stages until {@link #release}. */
    public void hold(int stages) {
        allowedStages.set(stages);
    }

    /** Goes on without end. */
    public void release() {
        allowedStages.set(Integer.MAX_VALUE);
        wake();
    }

    /** Stops after the stage that is being worked on; the rest waits for the next start. */
    public Future<Void> stop() {
        isStopped = true;
        return current.otherwiseEmpty();
    }

    private Future<Void> next() {
        isAsked.set(false);
        if (allowedStages.getAndUpdate(left -> left == Integer.MAX_VALUE ? left : Math.max(0, left - 1)) == 0) {
            return rest();
        }
        return store.write(this::stage).recover(this::giveUp).transform(stage -> {
            boolean goesOn = !isStopped && stage.succeeded() && stage.result();
            return goesOn ? next() : rest();
        });
    }

    private Future<Void> rest() {
        isRunning.set(false);
        if (isAsked.get()) {
            wake();
        }
        return Future.succeededFuture();
    }

    /** A stage that broke is rolled back; its job must not block those behind it. */
    private Future<Boolean> giveUp(Throwable broken) {
        return store.write(tx -> {
            Optional<JobRow> job = tx.jobs().nextUnfinished();
            job.ifPresent(found -> tx.jobs().update(JobProgress.failed(found, JobFailure.unexpected(), tx.now())));
            return job.isPresent();
        });
    }

    /** Runs one stage; returns whether there was one. */
    private boolean stage(Tx tx) {
        Optional<JobRow> job = tx.jobs().nextUnfinished();
        job.ifPresent(found -> tx.jobs().update(after(tx, found)));
        return job.isPresent();
    }

    private JobRow after(Tx tx, JobRow job) {
        try {
            return JobProgress.advanced(job, work.run(tx, job), tx.now());
        } catch (JobFailure failure) {
            return JobProgress.failed(job, failure, tx.now());
        }
    }
}
