package dev.instant4j.client.internal;

import dev.instant4j.model.backup.DownloadProgress;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.WriteStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file that tells how much of it has come in. */
final class CountingFile implements WriteStream<Buffer> {
    private final AsyncFile file;
    private final long total;
    private final Consumer<? super DownloadProgress> progress;
    private long received;

    CountingFile(AsyncFile file, long total, Consumer<? super DownloadProgress> progress) {
        this.file = file;
        this.total = total;
        this.progress = progress;
    }

    @Override
    public Future<Void> write(Buffer data) {
        received += data.length();
        try {
            progress.accept(new DownloadProgress(received, total));
        } catch (RuntimeException unwilling) {
            return Future.failedFuture(unwilling);
        }
        return file.write(data);
    }

    @Override
    public Future<Void> end() {
        return file.end();
    }

    @Override
    public boolean writeQueueFull() {
        return file.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        file.exceptionHandler(handler);
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
        file.setWriteQueueMaxSize(maxSize);
        return this;
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
        file.drainHandler(handler);
        return this;
    }
}
