package dev.instant4j.model.login;

import dev.instant4j.model.Token;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to set of a client at a provider; what is null is left as it is:
 * {@code LoginClientSettings.NONE.clientId("...").clientSecret(secret)}.
 *
 * @param clientId given by the provider
 * @param clientSecret given by the provider
 * @param discoveryEndpoint where the provider describes itself; the platform fetches it. Only GitHub's needs none
 * @param meta what else the platform is to know, a JSON object as text; merged into what it knows already
 * @param redirectTo where users are sent to after all
 * @param usesSharedCredentials whether to use credentials of the platform
 */
public record LoginClientSettings(
        @Nullable String clientId,
        @Nullable Token clientSecret,
        @Nullable URI discoveryEndpoint,
        @Nullable String meta,
        @Nullable URI redirectTo,
        @Nullable Boolean usesSharedCredentials) {
    /** Sets nothing. */
    public static final LoginClientSettings NONE = new LoginClientSettings(null, null, null, null, null, null);

    /** Returns these settings with another client id. */
    public LoginClientSettings clientId(String newId) {
        return new LoginClientSettings(newId, clientSecret, discoveryEndpoint, meta, redirectTo, usesSharedCredentials);
    }

    /** Returns these settings with another secret. */
    public LoginClientSettings clientSecret(Token newSecret) {
        return new LoginClientSettings(clientId, newSecret, discoveryEndpoint, meta, redirectTo, usesSharedCredentials);
    }

    /** Returns these settings with another place where the provider describes itself. */
    public LoginClientSettings discoveryEndpoint(URI newEndpoint) {
        return new LoginClientSettings(clientId, clientSecret, newEndpoint, meta, redirectTo, usesSharedCredentials);
    }

    /** Returns these settings with a JSON object of what else the platform is to know. */
    public LoginClientSettings meta(String newMeta) {
        return new LoginClientSettings(
                clientId, clientSecret, discoveryEndpoint, newMeta, redirectTo, usesSharedCredentials);
    }

    /** Returns these settings with another place where users are sent to after all. */
    public LoginClientSettings redirectTo(URI newRedirect) {
        return new LoginClientSettings(
                clientId, clientSecret, discoveryEndpoint, meta, newRedirect, usesSharedCredentials);
    }

    /** Returns these settings with credentials of the platform, or without them. */
    public LoginClientSettings usesSharedCredentials(boolean newUses) {
        return new LoginClientSettings(clientId, clientSecret, discoveryEndpoint, meta, redirectTo, newUses);
    }
}
