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
        @Nullable Long magicCodeExpiryMinutes) {

    public AppRow withTitle(String changed) {
        return new AppRow(id, changed, creatorId, orgId, createdAt, status, deletionMarkedAt, magicCodeExpiryMinutes);
    }

    public AppRow withStatus(String changed) {
        return new AppRow(id, title, creatorId, orgId, createdAt, changed, deletionMarkedAt, magicCodeExpiryMinutes);
    }

    /** Returns this app as one of a user, or of an org. */
    public AppRow withOwner(@Nullable UUID user, @Nullable UUID org) {
        return new AppRow(id, title, user, org, createdAt, status, deletionMarkedAt, magicCodeExpiryMinutes);
    }

    public AppRow withDeletion(long markedAt) {
        return new AppRow(id, title, creatorId, orgId, createdAt, status, markedAt, magicCodeExpiryMinutes);
    }

    public AppRow withMagicCodeExpiry(long minutes) {
        return new AppRow(id, title, creatorId, orgId, createdAt, status, deletionMarkedAt, minutes);
    }
}
