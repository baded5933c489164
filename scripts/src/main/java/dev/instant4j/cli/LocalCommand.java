package dev.instant4j.cli;

import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.render.Style;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.cli.Options;

/**
 * {@code local [--host ADDRESS] [--port PORT] [--data DIR] [--tokens FILE]}: runs the embedded platform until the
 * process is told to stop.
 */
final class LocalCommand implements Command {
    private static final String HOST = "host";
    private static final String PORT = "port";
    private static final String TOKENS = "tokens";
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
                .addOption(CommonOptions.value(null, HOST))
                .addOption(CommonOptions.value(null, PORT))
                .addOption(CommonOptions.value(null, CommonOptions.DATA))
                .addOption(CommonOptions.value(null, TOKENS));
    }

    @Override
    public ExitCode execute(Env env, Arguments arguments) {
        if (!arguments.operands().isEmpty()) {
            throw new UsageException("local takes no " + arguments.operands().get(0) + ".", Arguments.helpHint(this));
        }
        LocalOptions options = options(env, arguments);
        Vertx vertx = Connection.vertx();
        try {
            LocalPlatform platform = started(vertx, options);
            prepare(env, arguments, platform);
            CountDownLatch stopped = new CountDownLatch(1);
            env.lifetime().onStop(() -> {
                platform.close().await();
                stopped.countDown();
            });
            announce(env, platform, options.host());
            stopped.await();
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            vertx.close().await();
        }
    }

    private static LocalPlatform started(Vertx vertx, LocalOptions options) {
        return LocalPlatform.start(vertx, options)
                .recover(failure -> Future.failedFuture(
                        failure instanceof BindException taken
                                ? new UncheckedIOException(
                                        "The platform can't listen on " + options.host() + ", port " + options.port()
                                                + ".",
                                        taken)
                                : failure))
                .await();
    }

    /** Does what must be done before anyone learns the address. */
    private static void prepare(Env env, Arguments arguments, LocalPlatform platform) {
        try {
            boolean isNew = !platform.users().exist().await();
            Optional<String> tokens = arguments.value(TOKENS);
            if (tokens.isPresent()) {
                Path file = env.directory().resolve(tokens.get());
                platform.users().writeCredentials(file).await();
                tell(env, "Wrote the tokens of three users to " + tokens.get() + ".");
            } else if (isNew) {
                explainLogin(env, platform);
            }
        } catch (RuntimeException failure) {
            platform.close().await();
            throw failure;
        }
    }

    private static void announce(Env env, LocalPlatform platform, String host) {
        env.out().println(platform.uri());
        env.out().flush();
        if (isLoopback(host)) {
            tell(env, "Listening on loopback only. Stop with Ctrl-C.");
        } else {
            env.err()
                    .println(
                            env.errPalette().paint(Style.WARNING, "warning: ") + "Listening on " + host
                                    + ": whoever reaches this address can make accounts and apps, and what they send is not encrypted.");
        }
    }

    private static void explainLogin(Env env, LocalPlatform platform) {
        tell(env, "Nobody has an account yet. To sign in as anyone, open " + platform.uri() + "/dash;");
        tell(env, "the code to sign in with appears here. For instant-cli set INSTANT_CLI_API_URI and");
        tell(env, "INSTANT_CLI_DASH_URI to " + platform.uri() + ". For scripts, --tokens FILE writes tokens.");
    }

    private static void tell(Env env, String line) {
        env.err().println(env.errPalette().paint(Style.MUTED, line));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new UsageException(host + " is no address of this machine.", "Give --host an IP address.");
        }
    }

    private static LocalOptions options(Env env, Arguments arguments) {
        LocalOptions options = PlatformChoice.localOptions(env, arguments)
                .withPort(port(arguments))
                .withClock(env.clock())
                .withMailbox((email, code) -> log(env, "code for " + email + ": " + code))
                .withRequestLog(line -> log(env, line));
        Optional<String> host = arguments.value(HOST);
        host.ifPresent(LocalCommand::isLoopback);
        return host.map(options::withHost).orElse(options);
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
