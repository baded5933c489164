package dev.instant4j.client.internal;

import dev.instant4j.client.Limits;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request and its whole answer, within one deadline and one limit of size. Used once. */
final class Exchange {
    private final Vertx vertx;
    private final Context context;
    private final Limits limits;
    private final Promise<RawAnswer> answer = Promise.promise();
    private volatile @Nullable HttpClientRequest request;

    Exchange(Vertx vertx, Limits limits) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.limits = limits;
    }

    /** Tells whether anything may have been sent. */
    boolean hasBegun() {
        return request != null;
    }

    /** Returns the answer, on the context on which this exchange was made. */
    Future<RawAnswer> run(HttpClient client, RequestOptions options, Buffer body) {
        long timer = vertx.setTimer(limits.deadline().toMillis(), id -> giveUp(tooLate()));
        client.request(options).onSuccess(begun -> send(begun, body)).onFailure(this::fail);
        return answer.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    /** Ends the exchange, wherever it is, and its connection. */
    void giveUp(Throwable reason) {
        fail(reason);
        HttpClientRequest begun = request;
        if (begun != null) {
            begun.reset(0, reason);
        }
    }

    private void send(HttpClientRequest begun, Buffer body) {
        if (answer.future().isComplete()) {
            begun.reset();
            return;
        }
        request = begun;
        Future<HttpClientResponse> response = body.length() == 0 ? begun.send() : begun.send(body);
        response.onSuccess(this::receive).onFailure(this::fail);
    }

    private void receive(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(this::fail);
        response.endHandler(end -> finish(() -> answer.tryComplete(new RawAnswer(response.statusCode(), body))));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > limits.maxBytes()) {
                giveUp(new AnswerTooLargeException(limits.maxBytes()));
            } else {
                body.appendBuffer(chunk);
            }
        });
    }

    private void fail(Throwable cause) {
        finish(() -> answer.tryFail(cause));
    }

    private void finish(Runnable completion) {
        if (vertx.getOrCreateContext() == context) {
            completion.run();
        } else {
            context.runOnContext(now -> completion.run());
        }
    }

    private TimeoutException tooLate() {
        return new TimeoutException(
                "no complete answer within " + limits.deadline().toMillis() + " ms");
    }
}
