package dev.instant4j.model.login;

/**
 * A program that the user lets act for them.
 *
 * @param id of the program
 * @param name of the program
 */
public record Grant(OAuthAppId id, String name) {}
