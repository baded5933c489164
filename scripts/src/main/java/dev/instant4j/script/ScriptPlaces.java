package dev.instant4j.script;

import dev.instant4j.model.Place;
import dev.instant4j.model.Places;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Translates lines of the classes that JShell makes of snippets to lines of the script. JShell numbers such classes,
 * and makes new ones for a snippet when the names it uses change.
 */
final class ScriptPlaces implements Places {
    private static final String PACKAGE = "REPL.";
    private static final String FILE_END = ".java";

    private final Script script;
    private final SourceCodeAnalysis analysis;
    private final IdentityHashMap<Snippet, SnippetText> texts = new IdentityHashMap<>();
    private final Map<String, int[]> lines = new HashMap<>();

    ScriptPlaces(Script script, SourceCodeAnalysis analysis) {
        this.script = script;
        this.analysis = analysis;
    }

    /** Remembers which part of the script {@code snippet} is. */
    void add(Snippet snippet, SnippetText text) {
        texts.putIfAbsent(snippet, text);
    }

    /** Learns the lines of the class that {@code snippet} has become, unless it did already. */
    void learn(Snippet snippet) {
        SnippetText text = texts.get(snippet);
        if (text == null) {
            return;
        }
        SnippetWrapper wrapper = analysis.wrapper(snippet);
        String file = wrapper.fullClassName().substring(PACKAGE.length()) + FILE_END;
        lines.computeIfAbsent(file, made -> linesOf(wrapper, text));
    }

    /** Returns where the code of {@code snippet} begins. */
    Place begin(Snippet snippet) {
        SnippetText text = texts.get(snippet);
        return text == null ? Place.UNKNOWN : script.placeAt(text.codeOffset());
    }

    /** Returns the place of a character of {@code snippet}. */
    Place at(Snippet snippet, long position) {
        SnippetText text = texts.get(snippet);
        return text == null || position < 0 ? begin(snippet) : script.placeAt(text.offset() + (int) position);
    }

    /** Returns the first line of the script, from the innermost call on, that {@code stack} went through. */
    Optional<Place> innermost(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(ScriptPlaces::isInScript)
                .findFirst()
                .map(frame -> apply(new Place(String.valueOf(frame.getFileName()), frame.getLineNumber())));
    }

    static boolean isInScript(StackTraceElement... stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(PACKAGE));
    }

    @Override
    public Place apply(Place place) {
        int[] table = lines.get(place.file());
        if (table == null || !place.isKnown()) {
            return place;
        }
        return script.placeOfLine(table[Math.min(place.line(), table.length) - 1]);
    }

    private int[] linesOf(SnippetWrapper wrapper, SnippetText text) {
        String[] made = wrapper.wrapped().split("\n", -1);
        int[] table = new int[made.length];
        int start = 0;
        for (int i = 0; i < made.length; i++) {
            int code = start + JavaText.skipBlank(made[i], 0);
            table[i] = script.lineAt(text.offset() + wrapper.wrappedToSourcePosition(code));
            start += made[i].length() + 1;
        }
        return table;
    }
}
