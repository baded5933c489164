package dev.instant4j.model;

/**
 * An invitation that was sent.
 *
 * @param id given by the platform
 * @param email whom it was sent to
 * @param role what they would be
 * @param status in the platform's words: {@code pending}, {@code accepted}, {@code revoked}
 * @param isExpired whether it is too late to accept it
 */
public record Invite(InviteId id, String email, Role role, String status, boolean isExpired) {}
