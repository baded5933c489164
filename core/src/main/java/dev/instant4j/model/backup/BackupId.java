package dev.instant4j.model.backup;

import java.util.UUID;

/** Identifies a backup of an app. */
public record BackupId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
