package dev.instant4j.local.store;

import java.util.UUID;

/**
 * Someone with an account.
 *
 * @param createdAt epoch milliseconds
 */
public record UserRow(UUID id, String email, long createdAt) {}
