package dev.instant4j.cli;

import dev.instant4j.script.ScriptLauncher;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.commons.cli.Options;

/** {@code run SCRIPT.jsh [ARG...]}: runs a script that acts. */
final class RunCommand implements Command {

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "Runs a script";
    }

    @Override
    public Options options() {
        return CommonOptions.platform();
    }

    @Override
    public boolean passesArgumentsOn() {
        return true;
    }

    @Override
    public ExitCode execute(Env env, Arguments arguments) {
        List<String> operands = arguments.operands();
        if (operands.isEmpty()) {
            throw new UsageException("run needs a script.", "Write instant4j run SCRIPT.jsh [ARG...].");
        }
        PlatformChoice choice = PlatformChoice.of(env, arguments);
        CompletableFuture<Connection> opening = CompletableFuture.supplyAsync(
                () -> Connection.open(choice), work -> new Thread(work, "instant4j-platform").start());
        try {
            launcher(env)
                    .run(
                            Path.of(operands.get(0)),
                            operands.subList(1, operands.size()),
                            () -> join(opening).platform());
            return ExitCode.DONE;
        } finally {
            close(opening);
        }
    }

    private static ScriptLauncher launcher(Env env) {
        return new ScriptLauncher(env.directory(), env.variables(), env.out(), env.outPalette(), failure -> {
            new ErrorReport(env, false, false).tell(failure);
            env.lifetime().halt(ExitCode.FAILED);
        });
    }

    private static Connection join(CompletableFuture<Connection> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void close(CompletableFuture<Connection> opening) {
        opening.handle((connection, failure) -> Optional.ofNullable(connection))
                .join()
                .ifPresent(Connection::close);
    }
}
