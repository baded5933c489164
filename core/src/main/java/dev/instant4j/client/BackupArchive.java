package dev.instant4j.client;

import dev.instant4j.client.internal.Cancellation;
import dev.instant4j.client.internal.Downloads;
import dev.instant4j.client.internal.Fetch;
import dev.instant4j.client.internal.Loop;
import dev.instant4j.model.backup.BackupId;
import dev.instant4j.model.backup.BackupProgress;
import dev.instant4j.model.backup.DownloadProgress;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toCollection;

/** Brings all files of a backup into a folder, a few at a time and in their order, but for those that are there. */
final class BackupArchive {
    private static final int AT_ONCE = 4;

    private final BackupsApi backups;
    private final Downloads downloads;
    private final BackupId backup;
    private final Path whole;
    private final Path partial;
    private final Consumer<? super BackupProgress> progress;
    private final Cancellation cancellation;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong received = new AtomicLong();

    BackupArchive(
            BackupsApi backups,
            Downloads downloads,
            BackupId backup,
            Path folder,
            Consumer<? super BackupProgress> progress,
            Cancellation cancellation) {
        this.backups = backups;
        this.downloads = downloads;
        this.backup = backup;
        this.whole = folder.resolve("instant-backup-" + backup);
        this.partial = folder.resolve("instant-backup-" + backup + ".partial");
        this.progress = progress;
        this.cancellation = cancellation;
    }

    Future<Path> run() {
        return downloads.exists(whole).compose(exists -> exists ? Future.succeededFuture(whole) : bring());
    }

    private Future<Path> bring() {
        return backups.files(backup)
                .compose(entries -> backups.storageFiles(backup)
                        .map(stored -> Stream.concat(
                                        entries.stream().map(entry -> backups.entry(backup, entry.name(), partial)),
                                        stored.stream().map(file -> backups.entry(file, partial)))
                                .toList()))
                .compose(this::bringAll)
                .compose(brought -> downloads.rename(partial, whole));
    }

    private Future<Void> bringAll(List<Fetch> files) {
        Queue<Fetch> left = files.stream().collect(toCollection(ConcurrentLinkedQueue::new));
        List<Future<Boolean>> lines = new ArrayList<>();
        for (int line = 0; line < AT_ONCE; line++) {
            lines.add(Loop.until(() -> next(left, files.size())).onFailure(failure -> left.clear()));
        }
        return Future.join(lines).mapEmpty();
    }

    private Future<Optional<Boolean>> next(Queue<Fetch> left, int total) {
        Fetch file = left.poll();
        if (file == null) {
            return Future.succeededFuture(Optional.of(true));
        }
        return downloads
                .has(file)
                .compose(isThere -> isThere
                        ? Future.succeededFuture(file.folder())
                        : downloads.run(counted(file, total), cancellation))
                .map(there -> {
                    done.incrementAndGet();
                    tell(total);
                    return Optional.empty();
                });
    }

    private Fetch counted(Fetch file, int total) {
        AtomicLong before = new AtomicLong();
        return file.told(piece -> count(piece, before, total));
    }

    private void count(DownloadProgress piece, AtomicLong before, int total) {
        long previous = before.getAndSet(piece.received());
        received.addAndGet(piece.received() < previous ? piece.received() : piece.received() - previous);
        tell(total);
    }

    private void tell(int total) {
        progress.accept(new BackupProgress(done.get(), total, received.get()));
    }
}
