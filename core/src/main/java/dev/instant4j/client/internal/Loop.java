package dev.instant4j.client.internal;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.function.Supplier;

/** Does something again and again. However often that is, no stack and no chain of futures grows. */
public final class Loop<T> {
    private final Supplier<Future<Optional<T>>> step;
    private final Promise<T> result = Promise.promise();

    private Loop(Supplier<Future<Optional<T>>> step) {
        this.step = step;
    }

    /** Repeats a step until it comes to something; fails as soon as a step does. */
    public static <T> Future<T> until(Supplier<Future<Optional<T>>> step) {
        Loop<T> loop = new Loop<>(step);
        loop.run();
        return loop.result.future();
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn) {
            Future<Optional<T>> now = Future.succeededFuture().compose(begun -> step.get());
            if (!now.isComplete()) {
                now.onComplete(this::proceed);
                return;
            }
            goesOn = isUnfinished(now);
        }
    }

    private void proceed(AsyncResult<Optional<T>> done) {
        if (isUnfinished(done)) {
            run();
        }
    }

    private boolean isUnfinished(AsyncResult<Optional<T>> done) {
        if (done.failed()) {
            result.fail(done.cause());
            return false;
        }
        done.result().ifPresent(result::complete);
        return done.result().isEmpty();
    }
}
