package dev.instant4j.script;

import java.util.List;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** One run of one script: snippet after snippet, until the end or the first that fails. */
final class ScriptRun {
    private final JShell shell;
    private final LiveControl control;
    private final Script script;
    private final ScriptPlaces places;
    private final ScriptVariables variables;
    private final ScriptFindings findings;
    private volatile SnippetText running = new SnippetText(0, "");

    ScriptRun(JShell shell, LiveControl control, Script script) {
        this.shell = shell;
        this.control = control;
        this.script = script;
        this.places = new ScriptPlaces(script, shell.sourceCodeAnalysis());
        this.variables = new ScriptVariables(shell, control, places);
        this.findings = new ScriptFindings(shell, script, places);
    }

    Evaluation all() {
        SnippetReader reader = new SnippetReader(shell.sourceCodeAnalysis(), script);
        for (Optional<SnippetText> next = reader.next(); next.isPresent(); next = reader.next()) {
            evaluate(next.get());
        }
        requireKnownNames();
        return new Evaluation(variables.values(), places);
    }

    /**
     * Makes sure that everything declared so far can be called.
     *
     * @throws ScriptException if a method or type uses a name that nothing declares
     */
    void requireKnownNames() {
        List<DeclarationSnippet> waiting = shell.snippets()
                .filter(snippet -> isWaiting(shell.status(snippet)))
                .map(DeclarationSnippet.class::cast)
                .toList();
        if (!waiting.isEmpty()) {
            throw findings.unknownNames(waiting);
        }
    }

    /** Returns what to say of a script whose thread with this stack ends the process. */
    ScriptException exited(StackTraceElement[] stack) {
        shell.snippets().forEach(snippet -> places.add(snippet, running));
        shell.snippets().forEach(places::learn);
        return findings.exited(stack);
    }

    private void evaluate(SnippetText text) {
        running = text;
        control.forget();
        List<SnippetEvent> events = shell.eval(text.text());
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                places.add(event.snippet(), text);
            }
        }
        shell.snippets().forEach(places::learn);
        events.forEach(this::check);
        events.forEach(this::remember);
    }

    private void check(SnippetEvent event) {
        Snippet snippet = event.snippet();
        if (event.status() == Status.REJECTED) {
            throw findings.doesNotCompile(snippet);
        }
        if (control.thrown() != null) {
            throw findings.thrown(snippet, event.exception(), control.thrown());
        }
        if (isWaiting(event.status()) && snippet.kind() == Kind.VAR) {
            throw findings.unknownNames(List.of((DeclarationSnippet) snippet));
        }
    }

    private void remember(SnippetEvent event) {
        if (event.snippet() instanceof VarSnippet variable) {
            variables.add(variable);
        }
    }

    private static boolean isWaiting(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }
}
