package dev.instant4j.local.stress;

import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import io.vertx.core.Vertx;
import java.nio.file.Path;

/** The main class of a {@link PlatformProcess}: prints where the platform is, and runs until it is killed. */
final class ChildPlatform {
    private ChildPlatform() {}

    /**
     * Starts it.
     *
     * @param arguments the data directory
     */
    public static void main(String[] arguments) {
        LocalPlatform platform = LocalPlatform.start(Vertx.vertx(), LocalOptions.in(Path.of(arguments[0])))
                .await();
        System.out.println(platform.uri());
    }
}
