package dev.instant4j.client.internal;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request and its whole answer, within one deadline and one limit of size. Used once. */
final class Exchange {
    private final Vertx vertx;
    private final Duration deadline;
    private final int maxBytes;
    private final Promise<RawAnswer> answer = Promise.promise();
    private volatile @Nullable HttpClientRequest request;

    Exchange(Vertx vertx, Duration deadline, int maxBytes) {
        this.vertx = vertx;
        this.deadline = deadline;
        this.maxBytes = maxBytes;
    }

    /** Tells whether anything may have been sent. */
    boolean hasBegun() {
        return request != null;
    }

    Future<RawAnswer> run(HttpClient client, RequestOptions options, @Nullable Buffer body) {
        long timer = vertx.setTimer(deadline.toMillis(), id -> giveUp(tooLate()));
        return client.request(options).compose(begun -> send(begun, body)).onComplete(done -> vertx.cancelTimer(timer));
    }

    private Future<RawAnswer> send(HttpClientRequest begun, @Nullable Buffer body) {
        if (answer.future().isComplete()) {
            begun.reset();
            return answer.future();
        }
        request = begun;
        Future<HttpClientResponse> response = body == null ? begun.send() : begun.send(body);
        response.onSuccess(this::receive).onFailure(answer::tryFail);
        return answer.future();
    }

    private void receive(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(new RawAnswer(response.statusCode(), body)));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > maxBytes) {
                giveUp(new AnswerTooLargeException(maxBytes));
            } else {
                body.appendBuffer(chunk);
            }
        });
    }

    private void giveUp(Exception reason) {
        answer.tryFail(reason);
        HttpClientRequest begun = request;
        if (begun != null) {
            begun.reset(0, reason);
        }
    }

    private TimeoutException tooLate() {
        return new TimeoutException("no complete answer within " + deadline.toMillis() + " ms");
    }
}
