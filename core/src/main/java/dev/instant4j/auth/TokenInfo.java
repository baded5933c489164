package dev.instant4j.auth;

import java.time.Instant;
import java.util.Set;

/**
 * What an OAuth access token is good for.
 *
 * @param expiresAt when it ends
 * @param scopes what it allows
 */
public record TokenInfo(Instant expiresAt, Set<Scope> scopes) {}
