package dev.instant4j.client.internal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** Whoever asks for something now, and where they want to be answered. */
final class Caller {
    private final Vertx vertx;
    private final Context context;

    Caller(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    /** Runs what gives the answer on the context of the caller: at once, if that is here. */
    void answer(Runnable completion) {
        if (vertx.getOrCreateContext() == context) {
            completion.run();
        } else {
            context.runOnContext(now -> completion.run());
        }
    }

    /** Returns what a future of someone else comes to. */
    <T> Future<T> share(Future<T> others) {
        Promise<T> promise = Promise.promise();
        others.onComplete(done -> answer(() -> promise.handle(done)));
        return promise.future();
    }
}
