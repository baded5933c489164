package dev.instant4j.client;

import dev.instant4j.auth.Credentials;
import dev.instant4j.model.Token;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which platform to talk to, as whom, and how patiently.
 *
 * @param uri the platform's base URI: http or https, without user, query and fragment; ends without a slash
 * @param credentials whom the client acts as
 * @param limits how long and how much
 * @param retry what happens after a passing failure
 * @param userAgent what the client calls itself
 */
public record PlatformOptions(URI uri, Credentials credentials, Limits limits, RetryPolicy retry, String userAgent) {
    /** Where Instant Cloud answers. */
    public static final URI PRODUCTION = URI.create("https://api.instantdb.com");

    /** Where a platform under development answers. */
    public static final URI DEVELOPMENT = URI.create("http://localhost:8888");

    private static final PlatformOptions DEFAULT =
            new PlatformOptions(PRODUCTION, Credentials.NONE, Limits.DEFAULT, RetryPolicy.DEFAULT, "instant4j");

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException if the URI is no address of a platform
     */
    public PlatformOptions {
        uri = BaseUri.checked(uri);
    }

    /** Returns options for Instant Cloud. */
    public static PlatformOptions of(Token token) {
        return DEFAULT.withToken(token);
    }

    /**
     * Returns options for the platform at that address, without a token.
     *
     * @throws IllegalArgumentException if the URI is no address of a platform
     */
    public static PlatformOptions at(URI uri) {
        return DEFAULT.withUri(uri);
    }

    /**
     * Returns the options that an environment asks for, by the variables that the Node tools know: the address by
     * {@code INSTANT_CLI_API_URI}, or {@code INSTANT_CLI_DEV} for a platform under development; the token by
     * {@code INSTANT_CLI_AUTH_TOKEN}, else {@code INSTANT_APP_ADMIN_TOKEN}, else {@code INSTANT_ADMIN_TOKEN}. Blank
     * variables count as absent.
     *
     * @throws IllegalArgumentException if a variable has a value that can't be used; it is named, secrets are not shown
     */
    public static PlatformOptions fromEnvironment(Map<String, String> environment) {
        return new EnvironmentOptions(environment).over(DEFAULT);
    }

    /** Returns these options for the platform at another address, which is checked as in {@link #at}. */
    public PlatformOptions withUri(URI newUri) {
        return new PlatformOptions(newUri, credentials, limits, retry, userAgent);
    }

    /** Returns these options for someone else. */
    public PlatformOptions withCredentials(Credentials newCredentials) {
        return new PlatformOptions(uri, newCredentials, limits, retry, userAgent);
    }

    /** Returns these options for the bearer of a token, or for nobody if {@code newToken} is null. */
    public PlatformOptions withToken(@Nullable Token newToken) {
        return withCredentials(newToken == null ? Credentials.NONE : new Credentials.Bearer(newToken));
    }

    /** Returns these options with other limits of time and size. */
    public PlatformOptions withLimits(Limits newLimits) {
        return new PlatformOptions(uri, credentials, newLimits, retry, userAgent);
    }

    /** Returns these options with another limit for the time that one exchange may take as a whole. */
    public PlatformOptions withDeadline(Duration newDeadline) {
        return withLimits(limits.withDeadline(newDeadline));
    }

    /** Returns these options with another policy for what is sent again. */
    public PlatformOptions withRetry(RetryPolicy newRetry) {
        return new PlatformOptions(uri, credentials, limits, newRetry, userAgent);
    }

    /** Returns these options with another name for the client. */
    public PlatformOptions withUserAgent(String newUserAgent) {
        return new PlatformOptions(uri, credentials, limits, retry, newUserAgent);
    }

    /** Returns the token that the client begins with, if it has one. */
    public Optional<Token> token() {
        return credentials.token();
    }
}
