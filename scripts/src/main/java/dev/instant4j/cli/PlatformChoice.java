package dev.instant4j.cli;

import dev.instant4j.client.PlatformOptions;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.model.Token;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Which platform a command is to use. */
sealed interface PlatformChoice {
    URI IN_MEMORY = URI.create("local:memory");

    /** The embedded one, in this process. */
    record Embedded(LocalOptions options) implements PlatformChoice {
        @Override
        public URI address() {
            Path directory = options.directory();
            return directory == null
                    ? IN_MEMORY
                    : directory.toAbsolutePath().normalize().toUri();
        }
    }

    /** One that runs elsewhere. */
    record Remote(PlatformOptions options) implements PlatformChoice {
        @Override
        public URI address() {
            return options.uri();
        }
    }

    /** Returns what stays the same about it: where it answers, or where the embedded one keeps its data. */
    URI address();

    /** Tells whether it is gone when the command ends. */
    default boolean isInMemory() {
        return address().equals(IN_MEMORY);
    }

    /**
     * Returns what the options, and else the environment, ask for.
     *
     * @throws UsageException if they contradict each other or can't be used
     */
    static PlatformChoice of(Env env, Arguments arguments) {
        if (arguments.has(CommonOptions.LOCAL)) {
            refuseRemoteOptions(arguments);
            return new Embedded(localOptions(env, arguments));
        }
        if (arguments.has(CommonOptions.DATA)) {
            throw new UsageException("--data is where --local keeps its data.", "Add --local, or leave --data out.");
        }
        return new Remote(remoteOptions(env, arguments));
    }

    /** Returns how the embedded platform is to run: in the directory that {@code --data} names, or in memory. */
    static LocalOptions localOptions(Env env, Arguments arguments) {
        return arguments
                .value(CommonOptions.DATA)
                .map(directory -> LocalOptions.in(env.directory().resolve(directory)))
                .orElseGet(LocalOptions::inMemory);
    }

    private static void refuseRemoteOptions(Arguments arguments) {
        for (String other : List.of(CommonOptions.API_URI, CommonOptions.TOKEN)) {
            if (arguments.has(other)) {
                throw new UsageException(
                        "--local and --" + other + " contradict each other.", "Leave one of them out.");
            }
        }
    }

    private static PlatformOptions remoteOptions(Env env, Arguments arguments) {
        try {
            PlatformOptions options = PlatformOptions.fromEnvironment(env.variables());
            PlatformOptions addressed = arguments
                    .value(CommonOptions.API_URI)
                    .map(uri -> options.withUri(URI.create(uri)))
                    .orElse(options);
            return arguments
                    .value(CommonOptions.TOKEN)
                    .map(secret -> addressed.withToken(Token.of(secret)))
                    .orElse(addressed);
        } catch (IllegalArgumentException e) {
            throw UsageException.of(e, "");
        }
    }
}
