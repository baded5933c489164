package dev.instant4j.client.internal;

import dev.instant4j.client.Limits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its whole answer, within one deadline and one limit of size. Used once. It reads the body itself: the
 * web client's own timeout starts anew with every byte, and its own codecs read without a limit.
 */
final class Exchange implements BodyCodec<Buffer> {
    private final Vertx vertx;
    private final Caller caller;
    private final Limits limits;
    private final Promise<RawAnswer> answer = Promise.promise();
    private volatile @Nullable HttpClientRequest request;

    Exchange(Vertx vertx, Limits limits) {
        this.vertx = vertx;
        this.caller = new Caller(vertx);
        this.limits = limits;
    }

    /** Tells whether anything may have been sent. */
    boolean hasBegun() {
        return request != null;
    }

    /** Returns the answer, on the context on which this exchange was made. */
    Future<RawAnswer> run(HttpRequest<Buffer> prepared, Buffer body) {
        long timer = vertx.setTimer(limits.deadline().toMillis(), id -> giveUp(tooLate()));
        Future.succeededFuture(prepared.as(this))
                .compose(reading -> body.length() == 0 ? reading.send() : reading.sendBuffer(body))
                .onSuccess(this::receive)
                .onFailure(this::fail);
        return answer.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    /** Takes note that the request is about to be sent. */
    void begin(HttpClientRequest begun) {
        request = begun;
        if (answer.future().isComplete()) {
            begun.reset();
        }
    }

    /** Ends the exchange, wherever it is, and its connection. */
    void giveUp(Throwable reason) {
        fail(reason);
        HttpClientRequest begun = request;
        if (begun != null) {
            begun.reset(0, reason);
        }
    }

    @Override
    public BodyStream<Buffer> stream() {
        return new BoundedBody(limits.maxBytes(), this::giveUp);
    }

    private void receive(HttpResponse<Buffer> response) {
        Buffer body = Objects.requireNonNullElseGet(response.body(), Buffer::buffer);
        caller.answer(() -> answer.tryComplete(new RawAnswer(response.statusCode(), body)));
    }

    private void fail(Throwable cause) {
        caller.answer(() -> answer.tryFail(cause));
    }

    private TimeoutException tooLate() {
        return new TimeoutException(
                "no complete answer within " + limits.deadline().toMillis() + " ms");
    }
}
