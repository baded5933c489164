package dev.instant4j.wire;

import dev.instant4j.error.DecodeException;
import dev.instant4j.model.Job;
import dev.instant4j.model.Token;
import dev.instant4j.model.backup.Backup;
import dev.instant4j.model.backup.BackupFile;
import dev.instant4j.model.backup.BackupId;
import dev.instant4j.model.backup.BackupJob;
import dev.instant4j.model.backup.BackupJobId;
import dev.instant4j.model.backup.StorageFile;
import java.util.List;
import java.util.Optional;

/** Backups as a platform shows them. */
public final class BackupJson {

    private BackupJson() {}

    /** Returns the backups that an answer lists. */
    public static List<Backup> all(JsonCursor answer) {
        return answer.member("backups").elements(BackupJson::backup);
    }

    /** Returns the jobs that an answer lists. */
    public static List<BackupJob> jobs(JsonCursor answer) {
        return answer.member("jobs").elements(BackupJson::job);
    }

    /** Returns the job of an answer, if there is one. */
    public static Optional<BackupJob> maybeJob(JsonCursor answer) {
        return answer.optional("job").map(BackupJson::job);
    }

    /** Returns the files that an answer lists. */
    public static List<BackupFile> files(JsonCursor answer) {
        return answer.member("files")
                .elements(file -> new BackupFile(
                        file.member("name").text(), file.member("size").number()));
    }

    /**
     * Returns the stored files of an answer of many lines.
     *
     * @throws DecodeException if the last line does not say that it is the last
     */
    public static List<StorageFile> storageFiles(JsonCursor lines) {
        List<JsonCursor> all = lines.elements(line -> line);
        boolean isComplete = !all.isEmpty()
                && all.get(all.size() - 1)
                        .optional("done")
                        .map(JsonCursor::bool)
                        .orElse(false);
        if (!isComplete) {
            throw lines.unlike("a list that says that it is complete");
        }
        return all.subList(0, all.size() - 1).stream()
                .map(BackupJson::storageFile)
                .toList();
    }

    private static Backup backup(JsonCursor backup) {
        return new Backup(
                new BackupId(backup.member("id").uuid()),
                backup.optional("isn").map(JsonCursor::text).orElse(""),
                backup.member("backup_at").instant(),
                backup.optional("description").map(JsonCursor::text).orElse(""),
                backup.optional("uncompressed_size")
                        .or(() -> backup.optional("db_size"))
                        .map(JsonCursor::number)
                        .orElse(null),
                backup.optional("files_size").map(JsonCursor::number).orElse(null),
                backup.optional("expires_at").map(JsonCursor::instant).orElse(null));
    }

    private static BackupJob job(JsonCursor job) {
        return new BackupJob(
                new BackupJobId(job.member("id").uuid()),
                job.optional("app_backup_id").map(id -> new BackupId(id.uuid())).orElse(null),
                job.member("job_status").word(Job.State.class),
                job.optional("work_estimate").map(JsonCursor::number).orElse(0L),
                job.optional("work_completed").map(JsonCursor::number).orElse(0L));
    }

    /** Refuses what would be more than one name, or lead elsewhere. */
    private static String fileName(String name) {
        if (name.isEmpty() || name.matches("\\.{1,2}") || name.matches("(?s).*[/\\\\\\p{Cntrl}].*")) {
            throw new IllegalArgumentException("no name");
        }
        return name;
    }

    private static StorageFile storageFile(JsonCursor file) {
        return new StorageFile(
                file.member("locationId").parsed("the name of a file", BackupJson::fileName),
                file.member("path").text(),
                file.member("url").parsed("an address", Token::of));
    }
}
