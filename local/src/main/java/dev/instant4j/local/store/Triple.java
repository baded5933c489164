package dev.instant4j.local.store;

import java.util.UUID;

/**
 * One value of one entity.
 *
 * @param createdAt epoch milliseconds; that of an entity's id is when the entity was made
 */
public record Triple(UUID entity, UUID attr, Value value, long createdAt) {}
