package dev.instant4j.client;

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
 * @param token whom the client acts as; null if nobody, which is enough for temporary apps
 * @param connectTimeout how long to wait for a connection
 * @param deadline how long one exchange may take from the wish for a connection to the last byte of the answer
 * @param maxBytes the most bytes that an answer may have
 * @param userAgent what the client calls itself
 */
public record PlatformOptions(
        URI uri, @Nullable Token token, Duration connectTimeout, Duration deadline, int maxBytes, String userAgent) {
    /** Where Instant Cloud answers. */
    public static final URI PRODUCTION = URI.create("https://api.instantdb.com");

    /** Where a platform under development answers. */
    public static final URI DEVELOPMENT = URI.create("http://localhost:8888");

    private static final PlatformOptions DEFAULT = new PlatformOptions(
            PRODUCTION, null, Duration.ofSeconds(10), Duration.ofMinutes(2), 64 * 1024 * 1024, "instant4j");

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException if the URI is no address of a platform or a limit is not positive
     */
    public PlatformOptions {
        uri = BaseUri.checked(uri);
        requirePositive("connect timeout", connectTimeout);
        requirePositive("deadline", deadline);
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("The most bytes of an answer must be positive, not " + maxBytes + ".");
        }
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

    public PlatformOptions withUri(URI newUri) {
        return new PlatformOptions(newUri, token, connectTimeout, deadline, maxBytes, userAgent);
    }

    /** Returns these options for someone else, or for nobody if {@code newToken} is null. */
    public PlatformOptions withToken(@Nullable Token newToken) {
        return new PlatformOptions(uri, newToken, connectTimeout, deadline, maxBytes, userAgent);
    }

    public PlatformOptions withConnectTimeout(Duration newTimeout) {
        return new PlatformOptions(uri, token, newTimeout, deadline, maxBytes, userAgent);
    }

    /** Returns these options with another limit for the time that one exchange may take as a whole. */
    public PlatformOptions withDeadline(Duration newDeadline) {
        return new PlatformOptions(uri, token, connectTimeout, newDeadline, maxBytes, userAgent);
    }

    public PlatformOptions withMaxBytes(int newMaxBytes) {
        return new PlatformOptions(uri, token, connectTimeout, deadline, newMaxBytes, userAgent);
    }

    public PlatformOptions withUserAgent(String newUserAgent) {
        return new PlatformOptions(uri, token, connectTimeout, deadline, maxBytes, newUserAgent);
    }

    /** Returns whom the client acts as, if anybody. */
    public Optional<Token> maybeToken() {
        return Optional.ofNullable(token);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.toMillis() <= 0) {
            throw new IllegalArgumentException(
                    "The " + name + " must be at least a millisecond, not " + duration + ".");
        }
    }
}
