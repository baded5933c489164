package dev.instant4j.local.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The database of one platform. One thread writes; in a directory readers work beside it, in memory they wait for
 * their turn. Work never runs on an event loop.
 */
public final class Store {
    private static final int READERS = 2;

    private final Database database;
    private final @Nullable DataDirectory directory;
    private final Sql writer;
    private final WorkerExecutor writing;
    private final WorkerExecutor reading;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Sql> idleReaders = new ConcurrentLinkedQueue<>();

    private Store(
            Database database,
            @Nullable DataDirectory directory,
            Sql writer,
            WorkerExecutor writing,
            WorkerExecutor reading,
            Clock clock) {
        this.database = database;
        this.directory = directory;
        this.writer = writer;
        this.writing = writing;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Opens the database, and makes it first if needed.
     *
     * @param path the directory to keep it in; null: in memory, gone when closed
     * @return fails with {@link StoreException} if the directory is taken or its content can't be used
     */
    public static Future<Store> open(Vertx vertx, @Nullable Path path, Clock clock) {
        String name = "instant4j-local-" + UUID.randomUUID();
        WorkerExecutor writing = vertx.createSharedWorkerExecutor(name + "-writer", 1);
        WorkerExecutor reading = path == null ? writing : vertx.createSharedWorkerExecutor(name + "-reader", READERS);
        return writing.executeBlocking(() -> opened(path, writing, reading, clock))
                .onFailure(failure -> {
                    writing.close();
                    reading.close();
                });
    }

    private static Store opened(@Nullable Path path, WorkerExecutor writing, WorkerExecutor reading, Clock clock) {
        if (path == null) {
            Database database = Database.inMemory();
            return new Store(database, null, database.writer(clock.millis()), writing, reading, clock);
        }
        DataDirectory directory = DataDirectory.take(path);
        try {
            Database database = Database.in(directory.database());
            return new Store(database, directory, database.writer(clock.millis()), writing, reading, clock);
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    /** Runs {@code work} on a settled view of the data; what it throws fails the future. */
    public <T> Future<T> read(Function<Tx, T> work) {
        if (!database.isFile()) {
            return write(work);
        }
        return reading.executeBlocking(() -> inReader(work), false);
    }

    /** Runs {@code work} after all work that was asked for before; if it throws, nothing of it is kept. */
    public <T> Future<T> write(Function<Tx, T> work) {
        return writing.executeBlocking(() -> inTransaction(writer, "BEGIN IMMEDIATE", work), true);
    }

    private <T> T inReader(Function<Tx, T> work) {
        Sql idle = idleReaders.poll();
        Sql sql = idle == null ? database.reader() : idle;
        try {
            return inTransaction(sql, "BEGIN", work);
        } finally {
            idleReaders.add(sql);
        }
    }

    private <T> T inTransaction(Sql sql, String begin, Function<Tx, T> work) {
        sql.run(begin);
        try {
            T result = work.apply(new Tx(sql, clock.millis()));
            sql.run("COMMIT");
            return result;
        } catch (RuntimeException | Error failure) {
            sql.run("ROLLBACK");
            throw failure;
        }
    }

    /** Finishes the work that was asked for, and lets go of the directory. */
    public Future<Void> close() {
        return writing.executeBlocking(this::closed, true)
                .eventually(() -> Future.join(reading.close(), writing.close()));
    }

    private @Nullable Void closed() {
        idleReaders.forEach(Sql::close);
        writer.close();
        if (directory != null) {
            directory.close();
        }
        return null;
    }
}
