package dev.instant4j.cli;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.model.Token;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform that a command talks to: one that is there, or the embedded one, started for this command. */
final class Connection implements AutoCloseable {
    private final Vertx vertx;
    private final @Nullable LocalPlatform local;
    private final InstantPlatform platform;

    private Connection(Vertx vertx, @Nullable LocalPlatform local, InstantPlatform platform) {
        this.vertx = vertx;
        this.local = local;
        this.platform = platform;
    }

    /**
     * Starts what the options ask for. Blocks.
     *
     * @throws UsageException if the options contradict each other or say no address
     */
    static Connection open(Env env, Arguments arguments) {
        if (arguments.has(CommonOptions.LOCAL)) {
            return openLocal(env, arguments);
        }
        if (arguments.has(CommonOptions.DATA)) {
            throw new UsageException("--data is where --local keeps its data.", "Add --local, or leave --data out.");
        }
        PlatformOptions options = remoteOptions(env, arguments);
        Vertx vertx = vertx();
        return new Connection(vertx, null, InstantPlatform.create(vertx, options));
    }

    InstantPlatform platform() {
        return platform;
    }

    /** Returns the embedded platform, if it is the one. */
    Optional<LocalPlatform> local() {
        return Optional.ofNullable(local);
    }

    /** Closes the connections, and the embedded platform. Blocks until its data is safe. */
    @Override
    public void close() {
        platform.close().await();
        if (local != null) {
            local.close().await();
        }
        vertx.close().await();
    }

    /** Returns a Vert.x instance that starts quickly: few threads, and no copies of files from the class path. */
    static Vertx vertx() {
        FileSystemOptions files =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(4)
                .setInternalBlockingPoolSize(4)
                .setFileSystemOptions(files));
    }

    private static Connection openLocal(Env env, Arguments arguments) {
        for (String other : List.of(CommonOptions.API_URI, CommonOptions.TOKEN)) {
            if (arguments.has(other)) {
                throw new UsageException(
                        "--local and --" + other + " contradict each other.", "Leave one of them out.");
            }
        }
        LocalOptions options = arguments
                .value(CommonOptions.DATA)
                .map(directory -> LocalOptions.in(env.directory().resolve(directory)))
                .orElseGet(LocalOptions::inMemory);
        Vertx vertx = vertx();
        LocalPlatform local = LocalPlatform.start(vertx, options).await();
        return new Connection(vertx, local, InstantPlatform.create(vertx, PlatformOptions.at(local.uri())));
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
            throw UsageException.of(e, "See instant4j help.");
        }
    }
}
