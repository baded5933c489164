package dev.instant4j.model.login;

import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;

/**
 * A secret of an OAuth client that has just been made.
 *
 * @param client whose secret it is
 * @param id to delete it by
 * @param value the secret, shown only here
 */
public record NewSecret(OAuthClientId client, ClientSecretId id, Token value) {}
