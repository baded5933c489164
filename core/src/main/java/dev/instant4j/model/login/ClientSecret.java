package dev.instant4j.model.login;

/**
 * What is left to see of a secret of an OAuth client.
 *
 * @param id to delete it by
 * @param firstFour its first four characters
 */
public record ClientSecret(ClientSecretId id, String firstFour) {}
