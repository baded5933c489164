package dev.instant4j.client.internal;

import dev.instant4j.model.backup.DownloadProgress;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystemException;
import io.vertx.core.streams.WriteStream;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file that tells how much of it has come in. */
final class CountingFile implements WriteStream<Buffer> {
    private final AsyncFile file;
    private final long total;
    private final Consumer<? super DownloadProgress> progress;
    private final Consumer<? super RuntimeException> unwilling;
    private long received;
    private boolean isEnded;

    /** @param unwilling told what {@code progress} throws */
    CountingFile(
            AsyncFile file,
            long total,
            Consumer<? super DownloadProgress> progress,
            Consumer<? super RuntimeException> unwilling) {
        this.file = file;
        this.total = total;
        this.progress = progress;
        this.unwilling = unwilling;
    }

    @Override
    public Future<Void> write(Buffer data) {
        received += data.length();
        try {
            progress.accept(new DownloadProgress(received, total));
        } catch (RuntimeException failure) {
            unwilling.accept(failure);
            return Future.failedFuture(failure);
        }
        return whileOpen(() -> file.write(data)).recover(full -> Future.failedFuture(new FileSystemException(full)));
    }

    @Override
    public Future<Void> end() {
        isEnded = true;
        return whileOpen(file::end);
    }

    /** A download that was ended has closed its file when the last bytes come in. */
    private static Future<Void> whileOpen(Supplier<Future<Void>> action) {
        return Future.succeededFuture().compose(open -> action.get());
    }

    @Override
    public boolean writeQueueFull() {
        return !isEnded && file.writeQueueFull();
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
