package dev.instant4j.model.login;

/**
 * What an app is to a provider.
 *
 * @param id given by the platform
 * @param provider the provider
 * @param name unique within the app
 * @param clientId given by the provider; empty if there is none
 * @param discoveryEndpoint where the provider describes itself; empty if there is none
 * @param meta what else the platform knows, as JSON text; {@code null} as text if nothing
 * @param redirectTo where users are sent to after all; empty if nowhere else
 * @param usesSharedCredentials whether credentials of the platform are used
 */
public record LoginClient(
        LoginClientId id,
        ProviderId provider,
        String name,
        String clientId,
        String discoveryEndpoint,
        String meta,
        String redirectTo,
        boolean usesSharedCredentials) {}
