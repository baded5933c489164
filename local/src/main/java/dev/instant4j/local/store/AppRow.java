package dev.instant4j.local.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An app as it is kept.
 *
 * @param id given by the platform, or by whoever asked for the app
 * @param creatorId the user it belongs to; null if it belongs to an org
 * @param orgId the org it belongs to; null if it belongs to a user
 * @param createdAt epoch milliseconds
 * @param status active, read-only or disabled
 * @param deletionMarkedAt epoch milliseconds; null while it lives
 * @param magicCodeExpiryMinutes null: the platform's default
 */
public record AppRow(
        UUID id,
        String title,
        @Nullable UUID creatorId,
        @Nullable UUID orgId,
        long createdAt,
        String status,
        @Nullable Long deletionMarkedAt,
        @Nullable Long magicCodeExpiryMinutes) {}
