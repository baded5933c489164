package dev.instant4j.local.store;

import dev.instant4j.model.JobType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A background job as it is kept.
 *
 * @param groupId the push it belongs to; null if it was asked for alone
 * @param status waiting, processing, completed or errored
 * @param stage where it is, or where it failed
 * @param checkedDataType the type to enforce, in the platform's word
 * @param error why it failed, in the platform's word
 * @param errorData JSON text
 * @param invalidUniqueValue JSON text of a value that occurs twice
 * @param invalidEntityId an entity with a value that is too large
 * @param createdAt epoch milliseconds, as are the other times
 * @param doneAt null unless completed
 */
public record JobRow(
        UUID id,
        UUID appId,
        @Nullable UUID groupId,
        UUID attrId,
        JobType type,
        String status,
        String stage,
        @Nullable String checkedDataType,
        @Nullable Long workEstimate,
        @Nullable Long workCompleted,
        @Nullable String error,
        @Nullable String errorData,
        @Nullable String invalidUniqueValue,
        @Nullable UUID invalidEntityId,
        long createdAt,
        long updatedAt,
        @Nullable Long doneAt) {}
