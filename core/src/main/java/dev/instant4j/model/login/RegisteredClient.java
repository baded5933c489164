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
 */
public record RegisteredClient(OAuthClientId id, String name, List<URI> redirectUris) {

    public RegisteredClient {
        redirectUris = List.copyOf(redirectUris);
    }
}
