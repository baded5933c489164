package dev.instant4j.model.backup;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backup that can be downloaded.
 *
 * @param id given by the platform
 * @param isn up to which change it goes, in the platform's numbering; empty if somebody asked for the backup
 * @param at the moment whose data it has
 * @param description given by whoever asked for it; may be empty
 * @param maybeDataBytes how many bytes its entities have uncompressed, or in the database; null if not known
 * @param maybeFileBytes how many bytes its stored files have; null if not known
 * @param maybeExpiry when it vanishes; null if it stays
 */
public record Backup(
        BackupId id,
        String isn,
        Instant at,
        String description,
        @Nullable Long maybeDataBytes,
        @Nullable Long maybeFileBytes,
        @Nullable Instant maybeExpiry) {

    /** Returns about how many bytes it has uncompressed, stored files included, if that is known. */
    public Optional<Long> bytes() {
        return Optional.ofNullable(maybeDataBytes).map(data -> data + (maybeFileBytes == null ? 0 : maybeFileBytes));
    }

    /** Returns when it vanishes, if it does. */
    public Optional<Instant> expiry() {
        return Optional.ofNullable(maybeExpiry);
    }
}
