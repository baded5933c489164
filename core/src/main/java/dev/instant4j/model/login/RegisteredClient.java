package dev.instant4j.model.login;

import dev.instant4j.model.OAuthClientId;
import java.net.URI;
import java.util.List;

/**
 * As what a program is known to the platform.
 *
 * @param id to be sent with each request
 * @param name for its maker
 * @param redirectUris where users may come back to
 * @param secrets what it may prove itself by, newest first; empty where the platform does not show them
 */
public record RegisteredClient(OAuthClientId id, String name, List<URI> redirectUris, List<ClientSecret> secrets) {

    public RegisteredClient {
        redirectUris = List.copyOf(redirectUris);
        secrets = List.copyOf(secrets);
    }
}
