package dev.instant4j.script;

import dev.instant4j.error.DefinitionException;
import dev.instant4j.error.DestructivePlanException;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Says what is wrong with a snippet, and on which line. */
final class ScriptFindings {
    private static final Pattern NAME = Pattern.compile("^\\w+ ([\\w$]+)");

    private final JShell shell;
    private final Script script;
    private final ScriptPlaces places;

    ScriptFindings(JShell shell, Script script, ScriptPlaces places) {
        this.shell = shell;
        this.script = script;
        this.places = places;
    }

    /** Tells every compile error of {@code snippet}. */
    ScriptException doesNotCompile(Snippet snippet) {
        List<Finding> found = shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(diag -> doesNotCompile(snippet, diag))
                .distinct()
                .toList();
        return new ScriptException(found.isEmpty() ? List.of(refused(snippet)) : found, null);
    }

    /** Tells what running {@code snippet} threw, at the line of the script that was running. */
    ScriptException thrown(Snippet snippet, @Nullable JShellException exception, Throwable thrown) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            return unknownNames(List.of(unresolved.getSnippet()));
        }
        if (thrown instanceof ScriptException script) {
            return script;
        }
        Place place = places.innermost(thrown.getStackTrace()).orElseGet(() -> places.begin(snippet));
        if (thrown instanceof DefinitionException wrong) {
            return new ScriptException(
                    wrong.findings().stream().map(finding -> at(place, finding)).toList(), thrown);
        }
        String hint = thrown instanceof DestructivePlanException ? "Name what push may delete behind the plan." : "";
        Finding finding = ScriptFault.THROWN.at(place, script.name(), Reason.of(thrown), hint);
        return new ScriptException(List.of(finding), thrown);
    }

    /** Returns what is wrong with a definition at its own place, or at the line that read it if it has none. */
    private static Finding at(Place place, Finding finding) {
        return finding.place().isKnown()
                ? finding
                : new Finding(
                        finding.code(),
                        finding.severity(),
                        finding.subject(),
                        finding.message(),
                        finding.hint(),
                        place);
    }

    /** Tells the names that {@code snippets} use and nothing declares. */
    ScriptException unknownNames(List<DeclarationSnippet> snippets) {
        List<Finding> found = new ArrayList<>();
        for (DeclarationSnippet snippet : snippets) {
            shell.unresolvedDependencies(snippet).forEach(name -> found.add(unknownName(snippet, name)));
        }
        return new ScriptException(found, null);
    }

    /** Tells that the thread with this stack is ending the process. */
    ScriptException exited(StackTraceElement[] stack) {
        Place place = places.innermost(stack).orElse(Place.UNKNOWN);
        String hint = "A script ends at its end, or with fail(reason).";
        return new ScriptException(ScriptFault.ENDED_THE_PROCESS.at(
                place, script.name(), "The script ended the whole process here, by System.exit.", hint));
    }

    private Finding doesNotCompile(Snippet snippet, Diag diag) {
        String message = diag.getMessage(null)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .map(line -> line.replaceFirst("^ *symbol: +", "  "))
                .collect(joining("\n"));
        return ScriptFault.DOES_NOT_COMPILE.at(
                places.at(snippet, diag.getPosition()), script.name(), message, hint(snippet));
    }

    private Finding refused(Snippet snippet) {
        return ScriptFault.DOES_NOT_COMPILE.at(
                places.begin(snippet), script.name(), "This does not compile together with what is before it.", "");
    }

    private Finding unknownName(DeclarationSnippet snippet, String name) {
        String message = snippet.name() + " uses " + name + ", which nothing in this script declares";
        return ScriptFault.UNKNOWN_NAME.at(placeOf(snippet, name), script.name(), message, "");
    }

    /** Returns where {@code snippet} says {@code name}, which reads like {@code method title(int)}. */
    private Place placeOf(DeclarationSnippet snippet, String name) {
        Matcher word = NAME.matcher(name);
        return Optional.of(word)
                .filter(Matcher::find)
                .map(found -> Pattern.compile("\\b" + Pattern.quote(found.group(1)) + "\\b")
                        .matcher(snippet.source()))
                .filter(Matcher::find)
                .map(found -> places.at(snippet, found.start()))
                .orElseGet(() -> places.begin(snippet));
    }

    private static String hint(Snippet snippet) {
        boolean startsWithDot = snippet.source().strip().startsWith(".");
        return startsWithDot ? "The snippet before ended already: is a semicolon too much?" : "";
    }
}
