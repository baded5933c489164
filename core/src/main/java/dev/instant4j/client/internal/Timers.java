package dev.instant4j.client.internal;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Waits of one client; none outlives it. */
public final class Timers {
    private final Vertx vertx;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    /** Begins no wait yet. */
    public Timers(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Completes on the caller's context after that time; fails with {@link CancellationException} if closed before. */
    public Future<Void> after(Duration delay) {
        return begin(delay).elapsed();
    }

    /** Begins a wait that can be cancelled. */
    public Wait begin(Duration delay) {
        Wait wait = new Wait(delay);
        waits.add(wait);
        if (isClosed) {
            wait.cancel();
        } else if (wait.elapsed().isComplete()) {
            waits.remove(wait);
        }
        return wait;
    }

    /** Cancels all waits, those that are yet to come too. */
    public void close() {
        isClosed = true;
        waits.forEach(Wait::cancel);
    }

    /** A time that passes. */
    public final class Wait {
        private final Promise<Void> elapsed = Promise.promise();
        private final long timer;

        private Wait(Duration delay) {
            this.timer = vertx.setTimer(Math.max(1, delay.toMillis()), id -> end(null));
        }

        /** Completes on the context of whoever began the wait; fails with {@link CancellationException}. */
        public Future<Void> elapsed() {
            return elapsed.future();
        }

        /** Ends the wait; nothing happens if it has ended. */
        public void cancel() {
            vertx.cancelTimer(timer);
            end(new CancellationException("the wait was cancelled"));
        }

        private void end(@Nullable Exception reason) {
            waits.remove(this);
            if (reason == null) {
                elapsed.tryComplete();
            } else {
                elapsed.tryFail(reason);
            }
        }
    }
}
