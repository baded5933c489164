package dev.instant4j.client;

import dev.instant4j.client.internal.Lost;
import dev.instant4j.client.internal.Timers;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.Step;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Applies steps, and finds out after a lost answer what became of them. */
final class StepsApplication {
    private static final int RECOVERIES = 3;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Timers timers;
    private final Function<List<Step>, Future<Optional<JobGroupId>>> send;
    private final Supplier<Future<Attrs>> readBack;

    StepsApplication(
            Timers timers, Function<List<Step>, Future<Optional<JobGroupId>>> send, Supplier<Future<Attrs>> readBack) {
        this.timers = timers;
        this.send = send;
        this.readBack = readBack;
    }

    Future<Optional<JobGroupId>> run(List<Step> steps) {
        return attempt(steps, RECOVERIES);
    }

    private Future<Optional<JobGroupId>> attempt(List<Step> steps, int recoveries) {
        return send.apply(steps)
                .recover(failure -> Lost.isLost(failure) && recoveries > 0
                        ? resolve(steps, recoveries, failure)
                        : Future.failedFuture(failure));
    }

    private Future<Optional<JobGroupId>> resolve(List<Step> steps, int recoveries, Throwable lost) {
        return settled(steps, SHORTEST)
                .recover(unreadable -> Future.failedFuture(lost))
                .map(settled -> settled.missing(steps))
                .compose(missing -> missing.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : attempt(missing, recoveries - 1));
    }

    /** Reads the attrs until no job of the lost push is seen to run: a second one of its kind would get in its way. */
    private Future<MissingSteps> settled(List<Step> steps, Duration interval) {
        return readBack.get().map(MissingSteps::new).compose(found -> {
            if (!found.isBusy(steps)) {
                return Future.succeededFuture(found);
            }
            Duration doubled = interval.multipliedBy(2);
            Duration next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
            return timers.after(interval).compose(elapsed -> settled(steps, next));
        });
    }
}
