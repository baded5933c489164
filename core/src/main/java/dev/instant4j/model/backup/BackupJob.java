package dev.instant4j.model.backup;

import dev.instant4j.model.Job;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The making of a backup.
 *
 * @param id given by the platform
 * @param maybeBackup what it has made; null until it has
 * @param state how far it is, in the words for jobs
 * @param workEstimate how much there is to do; 0 if not known
 * @param workCompleted how much has been done
 */
public record BackupJob(
        BackupJobId id, @Nullable BackupId maybeBackup, Job.State state, long workEstimate, long workCompleted) {

    /** Returns what it has made, if it has. */
    public Optional<BackupId> backup() {
        return Optional.ofNullable(maybeBackup);
    }
}
