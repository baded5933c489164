package dev.instant4j.cli;

import dev.instant4j.leak.Overheard;
import java.util.List;
import java.util.Set;

/** What commands print, which must hold no secrets but where that is what a command is for. */
final class Printed {
    private static final Set<String> SHOW_TOKENS = Set.of("init", "init-without-files");

    private Printed() {}

    /** Notes what a command printed. */
    static void by(List<String> words, String out, String err) {
        if (words.isEmpty() || !SHOW_TOKENS.contains(words.get(0))) {
            Overheard.said(out);
        }
        Overheard.said(err);
    }
}
