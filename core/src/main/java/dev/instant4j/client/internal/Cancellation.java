package dev.instant4j.client.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Ends what is under way for someone who no longer wants it. Safe for use by several threads. */
public final class Cancellation {
    private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> reason = new AtomicReference<>();

    /** Ends everything that is under way or yet to come. */
    public void cancel() {
        end(new CancellationException("nobody waits for the download any more"));
    }

    /** Returns why it is over, if it is. */
    Optional<Throwable> reason() {
        return Optional.ofNullable(reason.get());
    }

    void end(Throwable because) {
        reason.compareAndSet(null, because);
        ends.forEach(Runnable::run);
    }

    void during(Runnable end) {
        ends.add(end);
        if (reason.get() != null) {
            end.run();
        }
    }

    void after(Runnable end) {
        ends.remove(end);
    }
}
