package dev.instant4j.terminal;

import dev.instant4j.render.Palette;
import dev.instant4j.render.Style;

/** The colours of a terminal: the one table that says what each meaning looks like. */
public final class AnsiPalette implements Palette {
    private static final String RESET = "\u001B[0m";

    @Override
    public String paint(Style style, String text) {
        return text.isEmpty() ? text : "\u001B[" + codeOf(style) + "m" + text + RESET;
    }

    private static String codeOf(Style style) {
        return switch (style) {
            case HEADING -> "1";
            case ADDED -> "32";
            case CHANGED -> "33";
            case RENAMED -> "36";
            case REMOVED -> "31";
            case DANGER -> "1;31";
            case WARNING -> "1;33";
            case ERROR -> "1;31";
            case MUTED -> "2";
        };
    }
}
