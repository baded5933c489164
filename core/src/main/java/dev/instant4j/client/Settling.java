package dev.instant4j.client;

import dev.instant4j.client.internal.Timers;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.StoredAttr;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads a schema again and again until no job works on it, or patience is at its end. */
final class Settling {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Timers timers;
    private final Supplier<Future<Attrs>> read;
    private final Consumer<? super List<StoredAttr>> progress;

    Settling(Timers timers, Supplier<Future<Attrs>> read, Consumer<? super List<StoredAttr>> progress) {
        this.timers = timers;
        this.read = read;
        this.progress = progress;
    }

    Future<Attrs> within(Duration patience) {
        return within(patience, SHORTEST);
    }

    private Future<Attrs> within(Duration patience, Duration interval) {
        return read.get().compose(attrs -> {
            List<StoredAttr> busy = attrs.busy();
            if (busy.isEmpty() || patience.isZero() || patience.isNegative()) {
                return Future.succeededFuture(attrs);
            }
            progress.accept(busy);
            Duration wait = shorter(interval, patience);
            return timers.after(wait)
                    .compose(elapsed -> within(patience.minus(wait), shorter(wait.multipliedBy(2), LONGEST)));
        });
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
