package dev.instant4j.script;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/** Runs a script with JShell, in this process and on the calling thread. Runs one script, then is closed. */
final class ScriptRunner implements AutoCloseable {
    private final LiveControl control;
    private final JShell shell;

    private ScriptRunner(LiveControl control, JShell shell) {
        this.control = control;
        this.shell = shell;
    }

    /**
     * Starts a JShell, which takes most of the time that a short script needs.
     *
     * @param prelude what the script may rely on, one snippet each; several imports can be one
     */
    static ScriptRunner start(List<String> prelude) {
        LiveControl control = new LiveControl();
        JShell shell = JShell.builder()
                .executionEngine(new LiveControlProvider(control), null)
                .in(InputStream.nullInputStream())
                .build();
        ScriptRunner runner = new ScriptRunner(control, shell);
        prelude.forEach(runner::evaluatePrelude);
        return runner;
    }

    /**
     * Runs {@code script} from its start to its end. Stops at the first snippet that does not compile, throws, or
     * uses a name that nobody knows: nothing after that runs.
     *
     * @param onExit told, on a thread of the dying process, that the script called {@code System.exit}
     * @throws ScriptException if it did not run to its end, or a name stayed unknown
     */
    Evaluation run(Script script, Consumer<ScriptException> onExit) {
        ScriptRun run = new ScriptRun(shell, control, script);
        return ExitGuard.during(stack -> onExit.accept(run.exited(stack)), run::all);
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
