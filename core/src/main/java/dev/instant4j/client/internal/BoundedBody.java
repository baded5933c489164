package dev.instant4j.client.internal;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.spi.BodyStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers the body of one answer, up to a limit. */
final class BoundedBody implements BodyStream<Buffer> {
    private final int maxBytes;
    private final Consumer<Throwable> onExcess;
    private final Buffer bytes = Buffer.buffer();
    private final Promise<Buffer> result = Promise.promise();

    /** @param onExcess told once the body has turned out to be too large */
    BoundedBody(int maxBytes, Consumer<Throwable> onExcess) {
        this.maxBytes = maxBytes;
        this.onExcess = onExcess;
    }

    @Override
    public Future<Void> write(Buffer chunk) {
        if (bytes.length() + chunk.length() > maxBytes) {
            AnswerTooLargeException excess = new AnswerTooLargeException(maxBytes);
            onExcess.accept(excess);
            return Future.failedFuture(excess);
        }
        bytes.appendBuffer(chunk);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
        result.tryComplete(bytes);
        return Future.succeededFuture();
    }

    @Override
    public void handle(Throwable failure) {
        result.tryFail(failure);
    }

    @Override
    public Future<Buffer> result() {
        return result.future();
    }

    @Override
    public BoundedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }

    @Override
    public BoundedBody setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public BoundedBody drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }
}
