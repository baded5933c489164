package dev.instant4j.model.login;

import dev.instant4j.model.Token;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to set of a client at a provider; what is null is left as it is.
 *
 * @param clientId given by the provider
 * @param clientSecret given by the provider
 * @param discoveryEndpoint where the provider describes itself; the platform fetches it
 * @param redirectTo where users are sent to after all
 * @param usesSharedCredentials whether to use credentials of the platform
 */
public record LoginClientSettings(
        @Nullable String clientId,
        @Nullable Token clientSecret,
        @Nullable URI discoveryEndpoint,
        @Nullable URI redirectTo,
        @Nullable Boolean usesSharedCredentials) {}
