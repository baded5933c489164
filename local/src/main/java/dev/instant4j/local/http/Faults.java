package dev.instant4j.local.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Faults on request, to see how clients take them. Each one hits one request, in the order in which they were asked
 * for. For use by several threads.
 */
public final class Faults {
    private static final int RATE_LIMITED = 429;

    private final Queue<Fault> pending = new ConcurrentLinkedQueue<>();
    private final Vertx vertx;

    /** Makes faults for a platform that runs on {@code vertx}. */
    public Faults(Vertx vertx) {
        this.vertx = vertx;
    }

    /** What is done to a request instead of, or besides, handling it. */
    private interface Fault {
        void hit(HttpServerRequest request, Handler<HttpServerRequest> handler);
    }

    /** Answers the next request with {@code status} and an error, without carrying it out. */
    public void failNext(int status) {
        String type = status == RATE_LIMITED ? "rate-limited" : "unknown";
        JsonObject body = Answers.error(type, "This answer was asked for by a test.", new JsonObject());
        pending.add((request, handler) -> {
            request.resume();
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", Answers.JSON)
                    .end(body.toBuffer());
        });
    }

    /** Handles the next request after a while only. */
    public void delayNext(Duration delay) {
        pending.add((request, handler) -> {
            request.pause();
            vertx.setTimer(Math.max(1, delay.toMillis()), timer -> {
                handler.handle(request);
                request.resume();
            });
        });
    }

    /** Carries out the next request, and closes the connection in place of an answer. */
    public void dropNextAnswer() {
        pending.add((request, handler) -> {
            request.response()
                    .headersEndHandler(answered -> request.connection().close());
            handler.handle(request);
        });
    }

    /** Closes the connection of the next request without carrying it out. */
    public void dropNext() {
        pending.add((request, handler) -> request.connection().close());
    }

    /** Forgets the faults that have hit nothing yet. */
    public void clear() {
        pending.clear();
    }

    /** Returns a handler that lets requests through unless a fault is pending. */
    public Handler<HttpServerRequest> before(Handler<HttpServerRequest> handler) {
        return request -> {
            Fault fault = pending.poll();
            if (fault == null) {
                handler.handle(request);
            } else {
                fault.hit(request, handler);
            }
        };
    }
}
