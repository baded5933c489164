package dev.instant4j.script;

import dev.instant4j.model.Finding;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Cuts a script into its snippets, one at a time. */
final class SnippetReader {
    private final SourceCodeAnalysis analysis;
    private final Script script;
    private String rest;

    SnippetReader(SourceCodeAnalysis analysis, Script script) {
        this.analysis = analysis;
        this.script = script;
        this.rest = script.text();
    }

    /**
     * Returns the next snippet, or empty at the end of the script.
     *
     * @throws ScriptException if what follows is a command of the jshell tool, or is never completed
     */
    Optional<SnippetText> next() {
        int offset = script.text().length() - rest.length();
        int code = JavaText.skipBlank(rest, 0);
        if (code == rest.length()) {
            return Optional.empty();
        }
        if (code < rest.length() && rest.charAt(code) == '/') {
            throw new ScriptException(jshellCommand(offset + code));
        }
        CompletionInfo info = analysis.analyzeCompletion(rest);
        if (info.source() == null) {
            throw incomplete(offset, code);
        }
        rest = info.completeness().isComplete() ? info.remaining() : "";
        return Optional.of(new SnippetText(offset, info.source()));
    }

    private Finding jshellCommand(int offset) {
        return ScriptFault.JSHELL_COMMAND.at(
                script.placeAt(offset),
                script.name(),
                "A line that begins with / is a command of the jshell tool, and not part of a script.",
                "Write Java instead: arguments are in args, and load(file) reads a definition.");
    }

    private ScriptException incomplete(int offset, int code) {
        int begin = script.lineAt(offset + code);
        OptionalInt open = JavaText.unclosed(rest);
        if (open.isEmpty()) {
            return incomplete(begin, "The snippet that begins here is not complete.");
        }
        int at = open.getAsInt();
        return incomplete(
                script.lineAt(offset + at),
                "The " + openingAt(at) + " here is never closed, in the snippet that begins on line " + begin + ".");
    }

    private ScriptException incomplete(int line, String message) {
        return new ScriptException(ScriptFault.INCOMPLETE.at(script.placeOfLine(line), script.name(), message, ""));
    }

    private String openingAt(int at) {
        return Stream.of("\"\"\"", "/*")
                .filter(opening -> rest.startsWith(opening, at))
                .findFirst()
                .orElse(rest.substring(at, at + 1));
    }
}
