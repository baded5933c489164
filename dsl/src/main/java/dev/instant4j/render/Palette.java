package dev.instant4j.render;

/** Gives text the look of its meaning. */
@FunctionalInterface
public interface Palette {
    /** Leaves text as it is. */
    Palette PLAIN = (style, text) -> text;

    /** Returns {@code text} with what makes it look like {@code style}. */
    String paint(Style style, String text);
}
