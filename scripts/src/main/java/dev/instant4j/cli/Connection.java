package dev.instant4j.cli;

import dev.instant4j.cli.PlatformChoice.Embedded;
import dev.instant4j.cli.PlatformChoice.Remote;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
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

    /** Starts what was chosen. Blocks; fails as {@link LocalPlatform#start} does. */
    static Connection open(PlatformChoice choice) {
        Vertx vertx = vertx();
        try {
            return choice instanceof Remote remote
                    ? new Connection(vertx, null, InstantPlatform.create(vertx, remote.options()))
                    : embedded(vertx, ((Embedded) choice).options());
        } catch (Exception | Error failure) {
            vertx.close().await();
            throw failure;
        }
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

    private static Connection embedded(Vertx vertx, LocalOptions options) {
        LocalPlatform local = LocalPlatform.start(vertx, options).await();
        return new Connection(vertx, local, InstantPlatform.create(vertx, PlatformOptions.at(local.uri())));
    }
}
