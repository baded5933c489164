package dev.instant4j.model;

import java.time.Instant;

/**
 * What a platform shows of a personal access token: not the token.
 *
 * @param id to delete it by
 * @param name given by its user
 * @param createdAt to the second
 */
public record PersonalToken(PersonalTokenId id, String name, Instant createdAt) {}
