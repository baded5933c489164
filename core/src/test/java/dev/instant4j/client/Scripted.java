package dev.instant4j.client;

import dev.instant4j.client.ScriptedServer.Line;
import dev.instant4j.leak.Overheard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A server with a script and a client of it, which repeats what it may without much waiting. */
final class Scripted implements AutoCloseable {
    /** Hardly waits. */
    static final RetryPolicy HASTY =
            new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(20));

    private final ScriptedServer server;
    private final InstantPlatform platform;

    private Scripted(ScriptedServer server, InstantPlatform platform) {
        this.server = server;
        this.platform = platform;
    }

    static Scripted start(Vertx vertx, Line... script) {
        return with(vertx, options -> options, script);
    }

    static Scripted with(Vertx vertx, UnaryOperator<PlatformOptions> options, Line... script) {
        ScriptedServer server = ScriptedServer.start(vertx, script);
        PlatformOptions usual = PlatformOptions.at(server.uri()).withRetry(HASTY);
        return new Scripted(server, InstantPlatform.create(vertx, options.apply(usual)));
    }

    InstantPlatform platform() {
        return platform;
    }

    List<String> requests() {
        return server.requests();
    }

    static <T> T result(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("The client neither answers nor gives up.", late);
        }
    }

    static <E extends Throwable> E failure(Class<E> type, Future<?> future) {
        E failure = catchThrowableOfType(type, () -> result(future));
        Overheard.failed(failure);
        return failure;
    }

    @Override
    public void close() {
        result(platform.close());
        server.close();
    }
}
