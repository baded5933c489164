package dev.instant4j.model.backup;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backup that can be downloaded.
 *
 * @param id given by the platform
 * @param at the moment whose data it has
 * @param description given by whoever asked for it; may be empty
 * @param maybeBytes how many bytes its entities and files have uncompressed; null if not known
 * @param maybeExpiry when it vanishes; null if it stays
 */
public record Backup(
        BackupId id,
        Instant at,
        String description,
        @Nullable Long maybeBytes,
        @Nullable Instant maybeExpiry) {

    /** Returns how many bytes its entities and files have uncompressed, if that is known. */
    public Optional<Long> bytes() {
        return Optional.ofNullable(maybeBytes);
    }

    /** Returns when it vanishes, if it does. */
    public Optional<Instant> expiry() {
        return Optional.ofNullable(maybeExpiry);
    }
}
