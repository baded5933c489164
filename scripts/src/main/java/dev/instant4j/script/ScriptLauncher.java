package dev.instant4j.script;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.error.DefinitionException;
import dev.instant4j.render.Palette;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs scripts that act.
 *
 * @param directory what the names of files are relative to
 * @param variables the environment
 * @param out where scripts print
 * @param palette what that looks like
 * @param onExit told, on a thread of the dying process, that a script called {@code System.exit}; may halt
 */
public record ScriptLauncher(
        Path directory,
        Map<String, String> variables,
        PrintStream out,
        Palette palette,
        Consumer<ScriptException> onExit) {

    public ScriptLauncher {
        variables = Map.copyOf(variables);
    }

    /**
     * Runs the script in {@code file} on the calling thread, from its start to its end.
     *
     * @param platform what the script acts on, asked for once when JShell has started
     * @throws ScriptException if it can't be read, or did not run to its end
     */
    public void run(Path file, List<String> arguments, Supplier<InstantPlatform> platform) {
        Script script = Script.read(directory, file);
        try (ScriptRunner runner = ScriptRunner.start()) {
            BlockingPlatform blocking = new BlockingPlatform(platform.get(), runner::requireKnownNames);
            Prelude.begin(new ScriptSession(blocking, arguments, variables, reader(), file.getParent(), out, palette));
            runner.prepare(Prelude.ACTING);
            runner.run(script, onExit);
        } finally {
            Prelude.end();
        }
    }

    private DefinitionReader reader() {
        return new DefinitionReader(directory, this::exited);
    }

    private void exited(DefinitionException failure) {
        onExit.accept(new ScriptException(failure.findings(), failure));
    }
}
