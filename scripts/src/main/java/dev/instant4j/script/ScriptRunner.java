package dev.instant4j.script;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/** Runs a script with JShell, in this process and on the calling thread. Runs one script, then is closed. */
final class ScriptRunner implements AutoCloseable {
    private final LiveControl control;
    private final JShell shell;
    private @Nullable ScriptRun run;

    private ScriptRunner(LiveControl control, JShell shell) {
        this.control = control;
        this.shell = shell;
    }

    /** Starts a JShell, which takes a good part of the time that a short script needs. */
    static ScriptRunner start() {
        LiveControl control = new LiveControl();
        JShell shell = JShell.builder()
                .executionEngine(new LiveControlProvider(control), null)
                .in(InputStream.nullInputStream())
                .fileManager(ScriptFiles::new)
                .build();
        return new ScriptRunner(control, shell);
    }

    /** Evaluates what the script may rely on, one snippet each; several imports can be one. */
    void prepare(List<String> prelude) {
        prelude.forEach(this::evaluatePrelude);
    }

    /**
     * Runs {@code script} from its start to its end. Stops at the first snippet that does not compile, throws, or
     * uses a name that nobody knows: nothing after that runs.
     *
     * @param onExit told, on a thread of the dying process, that the script called {@code System.exit}
     * @throws ScriptException if it did not run to its end, or a name stayed unknown
     */
    Evaluation run(Script script, Consumer<ScriptException> onExit) {
        ScriptRun begun = new ScriptRun(shell, control, script);
        run = begun;
        return ExitGuard.during(stack -> onExit.accept(begun.exited(stack)), begun::all);
    }

    /**
     * Makes sure that everything the script has declared so far can be called.
     *
     * @throws ScriptException if a method or type uses a name that nothing declares
     */
    void requireKnownNames() {
        if (run != null) {
            run.requireKnownNames();
        }
    }

    @Override
    public void close() {
        shell.close();
    }

    private void evaluatePrelude(String snippet) {
        for (SnippetEvent event : shell.eval(snippet)) {
            if (event.status() != Status.VALID || event.exception() != null) {
                throw new IllegalStateException("The prelude does not compile: " + snippet);
            }
        }
    }
}
