package dev.instant4j.model;

/**
 * Someone's account on a platform.
 *
 * @param id given by the platform
 * @param email in lower case
 */
public record Account(UserId id, String email) {}
