package dev.instant4j.client;

import dev.instant4j.client.internal.Cancellation;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.function.Function;

/** A download that is under way. Safe for use by several threads. */
public final class Download {
    private final Cancellation cancellation = new Cancellation();
    private final Future<Path> outcome;

    Download(Function<Cancellation, Future<Path>> start) {
        this.outcome = start.apply(cancellation);
    }

    /**
     * Returns what comes of it: the file or folder, once it is whole. Besides the failures of every call it fails with
     * {@link io.vertx.core.file.FileSystemException} if it can't be written, with what the consumer of the progress
     * throws, and with {@link java.util.concurrent.CancellationException} when cancelled.
     */
    public Future<Path> outcome() {
        return outcome;
    }

    /** Stops it. Files that are not whole are removed. */
    public void cancel() {
        cancellation.cancel();
    }
}
