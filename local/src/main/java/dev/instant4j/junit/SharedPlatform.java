package dev.instant4j.junit;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.local.LocalApp;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.model.TemporaryApp;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The platform of a test run, in memory, with a Vert.x of its own. */
final class SharedPlatform implements AutoCloseable {
    private static final int EVENT_LOOPS = 2;

    private final Vertx vertx;
    private final LocalPlatform platform;
    private final Map<Class<?>, NewApp> definitions = new ConcurrentHashMap<>();

    private SharedPlatform(Vertx vertx, LocalPlatform platform) {
        this.vertx = vertx;
        this.platform = platform;
    }

    static SharedPlatform start() {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
        try {
            return new SharedPlatform(
                    vertx, LocalPlatform.start(vertx, LocalOptions.inMemory()).await());
        } catch (RuntimeException failure) {
            vertx.close().await();
            throw failure;
        }
    }

    /** Makes the app that a class defines; {@code void} defines one without schema and rules. */
    TestedApp newApp(String title, Class<?> definition) {
        NewApp wanted = definitions.computeIfAbsent(definition, DefiningClass::app);
        InstantPlatform client = InstantPlatform.create(vertx, PlatformOptions.at(platform.uri()));
        return client.apps()
                .createTemporary(new NewApp(title, null, wanted.schema(), wanted.rules()))
                .map(made -> tested(client, made))
                .recover(failure -> client.close().transform(closed -> Future.failedFuture(failure)))
                .await();
    }

    private TestedApp tested(InstantPlatform client, TemporaryApp made) {
        LocalApp app = new LocalApp(made.id(), made.adminToken());
        return new TestedApp(platform, client.withToken(app.adminToken()), app);
    }

    /** Stops one after the other: a Vert.x that is closed no longer completes what depends on it. */
    @Override
    public void close() {
        try {
            platform.close().await();
        } finally {
            vertx.close().await();
        }
    }
}
