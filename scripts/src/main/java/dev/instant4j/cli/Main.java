package dev.instant4j.cli;

import dev.instant4j.cli.Env.Lifetime;
import dev.instant4j.cli.Env.Terminals;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Where the process begins and ends. Nothing else touches its streams, its environment or its exit code. */
public final class Main {
    private static final String TERMINALS = "instant4j.terminals";

    private Main() {}

    /** Runs the command that {@code args} ask for, and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        Env env = new Env(
                System.in,
                out,
                err,
                terminals(),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Clock.systemUTC(),
                new ThisProcess());
        System.exit(new Cli().run(env, List.of(args)).code());
    }

    /** Returns a stream that scripts share, in the one encoding that files of ours have. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
    }

    /** Returns which streams are terminals, as the launcher tells by their names; the JVM can't find out alone. */
    private static Terminals terminals() {
        List<String> names = List.of(System.getProperty(TERMINALS, "").split(","));
        return new Terminals(names.contains("in"), names.contains("out"), names.contains("err"));
    }

    private record ThisProcess() implements Lifetime {

        @Override
        public void halt(ExitCode code) {
            Runtime.getRuntime().halt(code.code());
        }

        @Override
        public void onStop(Runnable close) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                close.run();
                                halt(ExitCode.DONE);
                            },
                            "instant4j-stop"));
        }
    }
}
