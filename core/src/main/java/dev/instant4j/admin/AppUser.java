package dev.instant4j.admin;

/**
 * A user of an app, not of the platform.
 *
 * @param id the entity of {@code $users}
 * @param email empty for guests
 * @param isGuest whether the user has not signed in with an address
 */
public record AppUser(EntityId id, String email, boolean isGuest) {}
