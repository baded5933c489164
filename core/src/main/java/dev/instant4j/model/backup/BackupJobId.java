package dev.instant4j.model.backup;

import java.util.UUID;

/** Identifies the making of a backup. */
public record BackupJobId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
