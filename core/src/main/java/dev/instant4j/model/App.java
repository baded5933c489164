package dev.instant4j.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An app as a platform lists it.
 *
 * @param id given by the platform, or by whoever created it
 * @param title what people see; need not be unique
 * @param creator whose personal app it is; null if it belongs to an org
 * @param org which org it belongs to; null if it is a personal app
 * @param createdAt to the second
 * @param status what it may be used for
 * @param deletedAt when it was deleted; null if it was not. Removed for good two days later
 */
public record App(
        AppId id,
        String title,
        @Nullable UserId creator,
        @Nullable OrgId org,
        Instant createdAt,
        AppStatus status,
        @Nullable Instant deletedAt) {}
