package dev.instant4j.cli;

import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.render.Style;
import io.vertx.core.Vertx;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.cli.Options;

/** {@code local [--port PORT] [--data DIR]}: runs the embedded platform until the process is told to stop. */
final class LocalCommand implements Command {
    private static final String PORT = "port";
    private static final int DEFAULT_PORT = 8888;
    private static final int MAX_PORT = 65_535;

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String summary() {
        return "Runs the embedded platform until stopped";
    }

    @Override
    public Options options() {
        return CommonOptions.general()
                .addOption(CommonOptions.value(null, PORT))
                .addOption(CommonOptions.value(null, CommonOptions.DATA));
    }

    @Override
    public ExitCode execute(Env env, Arguments arguments) {
        if (!arguments.operands().isEmpty()) {
            throw new UsageException("local takes no " + arguments.operands().get(0) + ".", Arguments.helpHint(this));
        }
        LocalOptions options = options(env, arguments);
        Vertx vertx = Connection.vertx();
        try {
            LocalPlatform platform = LocalPlatform.start(vertx, options).await();
            CountDownLatch stopped = new CountDownLatch(1);
            env.lifetime().onStop(() -> {
                platform.close().await();
                stopped.countDown();
            });
            announce(env, platform);
            stopped.await();
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            vertx.close().await();
        }
    }

    private static void announce(Env env, LocalPlatform platform) {
        env.out().println(platform.uri());
        env.out().flush();
        env.err().println(env.errPalette().paint(Style.MUTED, "Listening on loopback only. Stop with Ctrl-C."));
    }

    private static LocalOptions options(Env env, Arguments arguments) {
        return PlatformChoice.localOptions(env, arguments)
                .withPort(port(arguments))
                .withClock(env.clock())
                .withRequestLog(line -> log(env, line));
    }

    private static int port(Arguments arguments) {
        String text = arguments.value(PORT).orElse(String.valueOf(DEFAULT_PORT));
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= MAX_PORT) {
            return Integer.parseInt(text);
        }
        throw new UsageException(text + " is no port.", "A port is a number up to 65535; 0 is any free one.");
    }

    private static void log(Env env, String line) {
        env.err().println(env.clock().instant().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }
}
