package dev.instant4j.model.login;

/**
 * A user who signs in with a code that does not change.
 *
 * @param id given by the platform
 * @param email of the user
 */
public record TestUser(TestUserId id, String email) {}
