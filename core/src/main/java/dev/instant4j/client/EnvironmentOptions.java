package dev.instant4j.client;

import dev.instant4j.model.Token;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the environment variables of the Node tools ask for. */
final class EnvironmentOptions {
    private static final List<String> TOKENS =
            List.of("INSTANT_CLI_AUTH_TOKEN", "INSTANT_APP_ADMIN_TOKEN", "INSTANT_ADMIN_TOKEN");
    private static final String URI_VARIABLE = "INSTANT_CLI_API_URI";
    private static final String DEVELOPMENT = "INSTANT_CLI_DEV";

    private final Map<String, String> environment;

    EnvironmentOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    PlatformOptions over(PlatformOptions options) {
        PlatformOptions addressed = uri().map(options::withUri).orElse(options);
        return token().map(addressed::withToken).orElse(addressed);
    }

    private Optional<URI> uri() {
        return variable(URI_VARIABLE)
                .map(text -> parsed(URI_VARIABLE, text, address -> BaseUri.checked(URI.create(address))))
                .or(() -> variable(DEVELOPMENT).map(any -> PlatformOptions.DEVELOPMENT));
    }

    private Optional<Token> token() {
        return TOKENS.stream()
                .flatMap(name -> variable(name).map(text -> parsed(name, text, Token::of)).stream())
                .findFirst();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static <T> T parsed(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(name + " can't be used: " + malformed.getMessage(), malformed);
        }
    }
}
