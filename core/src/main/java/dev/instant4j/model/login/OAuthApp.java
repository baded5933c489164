package dev.instant4j.model.login;

import java.util.List;

/**
 * A program that users of the platform can let act for them.
 *
 * @param id given by the platform
 * @param name what users are shown
 * @param settings what users are told of it, its name included
 * @param isPublic whether it may be used by others than members of the app that it belongs to
 * @param clients as what it is known to the platform
 */
public record OAuthApp(
        OAuthAppId id, String name, OAuthAppSettings settings, boolean isPublic, List<RegisteredClient> clients) {

    public OAuthApp {
        clients = List.copyOf(clients);
    }
}
