package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Downloads;
import dev.instant4j.client.internal.Fetch;
import dev.instant4j.client.internal.Paths;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import dev.instant4j.model.backup.Backup;
import dev.instant4j.model.backup.BackupFile;
import dev.instant4j.model.backup.BackupId;
import dev.instant4j.model.backup.BackupJob;
import dev.instant4j.model.backup.BackupJobId;
import dev.instant4j.model.backup.BackupProgress;
import dev.instant4j.model.backup.DownloadProgress;
import dev.instant4j.model.backup.StorageFile;
import dev.instant4j.wire.BackupJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The backups of one app. Temporary apps have none. */
public final class BackupsApi {
    private final Requests requests;
    private final Downloads downloads;
    private final AppId app;
    private final String path;

    BackupsApi(Requests requests, Downloads downloads, AppId app) {
        this.requests = requests;
        this.downloads = downloads;
        this.app = app;
        this.path = "/dash/apps/" + app;
    }

    /** Lists the backups that have not expired, newest first ({@code GET /dash/apps/:id/backups}). */
    public Future<List<Backup>> list() {
        return requests.send(() -> Call.get("list the backups of app " + app, path + "/backups"))
                .map(BackupJson::all);
    }

    /**
     * Starts a backup that lives 30 days ({@code POST /dash/apps/:id/backups}). Sent once. Refused while another one is
     * made, and more than once in five minutes.
     *
     * @param description for people to read; may be empty
     */
    public Future<BackupJob> create(String description) {
        JsonObject request =
                description.isEmpty() ? new JsonObject() : new JsonObject().put("description", description);
        return requests.send(
                        () -> Call.post("back up app " + app, path + "/backups").body(request))
                .map(answer -> BackupJson.maybeJob(answer)
                        .orElseThrow(() -> answer.member("job").unlike("a job")));
    }

    /** Deletes a backup ({@code DELETE /dash/apps/:id/backups/:backup}). Safe to repeat. */
    public Future<Void> delete(BackupId backup) {
        return requests.send(() -> Call.delete("delete a backup of app " + app, path + "/backups/" + backup))
                .mapEmpty();
    }

    /** Lists the backups being made, oldest first ({@code GET /dash/apps/:id/backup-jobs}). */
    public Future<List<BackupJob>> jobs() {
        return requests.send(() -> Call.get("list the backup jobs of app " + app, path + "/backup-jobs"))
                .map(BackupJson::jobs);
    }

    /** Reads how far a backup is, if there is such a one ({@code GET /dash/apps/:id/backup-jobs/:job}). */
    public Future<Optional<BackupJob>> job(BackupJobId job) {
        return requests.send(() -> Call.get("read a backup job of app " + app, path + "/backup-jobs/" + job))
                .map(BackupJson::maybeJob);
    }

    /** Stops making a backup ({@code DELETE /dash/apps/:id/backup-jobs/:job}). Safe to repeat. */
    public Future<Void> cancel(BackupJobId job) {
        return requests.send(() -> Call.delete("cancel a backup job of app " + app, path + "/backup-jobs/" + job))
                .mapEmpty();
    }

    /**
     * Lists the files of a backup, in the order in which restoring needs them: {@code config.json}, then the entities
     * ({@code GET /dash/apps/:id/backups/:backup/files}).
     */
    public Future<List<BackupFile>> files(BackupId backup) {
        return requests.send(() -> Call.get("list the files of a backup of app " + app, backupPath(backup) + "/files"))
                .map(BackupJson::files);
    }

    /**
     * Lists the files that users of the app had stored ({@code GET /dash/apps/:id/backups/:backup/storage-files}).
     *
     * @return fails with {@link dev.instant4j.error.DecodeException} if the list breaks off before its end
     */
    public Future<List<StorageFile>> storageFiles(BackupId backup) {
        return requests.send(() -> Call.get(
                                "list the stored files of a backup of app " + app,
                                backupPath(backup) + "/storage-files")
                        .ofLines())
                .map(BackupJson::storageFiles);
    }

    /**
     * Downloads all of a backup into a folder {@code instant-backup-<id>} of its own within {@code folder}:
     * {@code config.json}, the entities as {@code entities/<name>.jsonl}, and the stored files as
     * {@code files/<locationId>}, begun in this order, each as {@link #download(BackupId, String, Path, Consumer)} does
     * it. Until all are there, the folder has {@code .partial} at its end; whoever asks again then goes on with the files
     * that are missing, and nothing is done if the folder is whole.
     *
     * @param progress is told after each piece and each file; what it throws fails the download
     * @return the download, at once; its outcome is the backup's own folder
     */
    public Download downloadAll(BackupId backup, Path folder, Consumer<? super BackupProgress> progress) {
        return new Download(
                cancellation -> new BackupArchive(this, downloads, backup, folder, progress, cancellation).run());
    }

    /**
     * Downloads a file of a backup into a folder, as it is sent: compressed by zstd, with {@code .zst} added to its name,
     * if the platform says so. What is not complete is called {@code .part} and removed on failure, so that a file that
     * has its name is whole; one that exists is replaced. Passing failures are followed by another attempt, from the
     * beginning. A download has no deadline as long as something comes in.
     *
     * @param name as {@link #files} has it; folders in it are made
     * @param progress is told after each piece; what it throws fails the download
     * @return the download, at once; its outcome fails with {@link IllegalArgumentException} if the name would lead out
     *     of the folder
     */
    public Download download(BackupId backup, String name, Path folder, Consumer<? super DownloadProgress> progress) {
        return download(entry(backup, name, folder).told(progress));
    }

    /** Downloads a stored file into {@code files/} of a folder, like a file of the backup. */
    public Download download(StorageFile file, Path folder, Consumer<? super DownloadProgress> progress) {
        return download(entry(file, folder).told(progress));
    }

    Fetch entry(BackupId backup, String name, Path folder) {
        String operation = "download " + name + " of a backup of app " + app;
        String urlPath = Paths.query(backupPath(backup) + "/file-url", "name", name);
        return new Fetch(
                operation,
                () -> requests.send(() -> Call.get(operation, urlPath))
                        .map(answer -> answer.member("url").<Token>parsed("an address", Token::of)),
                folder,
                name,
                told -> {});
    }

    Fetch entry(StorageFile file, Path folder) {
        return new Fetch(
                "download a stored file of app " + app,
                () -> Future.succeededFuture(file.url()),
                folder,
                "files/" + file.locationId(),
                told -> {});
    }

    private Download download(Fetch fetch) {
        return new Download(cancellation -> downloads.run(fetch, cancellation));
    }

    private String backupPath(BackupId backup) {
        return path + "/backups/" + backup;
    }
}
