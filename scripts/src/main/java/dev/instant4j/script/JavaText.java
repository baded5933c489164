package dev.instant4j.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** Finds its way in Java source by characters alone: blank space, comments, literals, brackets. */
final class JavaText {
    private JavaText() {}

    /** Returns the first index from {@code start} on that is neither blank nor in a comment. */
    static int skipBlank(String text, int start) {
        int at = start;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (isComment(text, at)) {
                at = skipComment(text, at);
            } else {
                return at;
            }
        }
        return at;
    }

    /** Returns the index of the innermost bracket, comment or text block that is never closed. */
    static OptionalInt unclosed(String text) {
        Deque<Integer> open = new ArrayDeque<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int next = skipCommentOrLiteral(text, at);
            if (next > text.length()) {
                return OptionalInt.of(at);
            }
            if ("([{".indexOf(c) >= 0) {
                open.push(at);
            } else if (")]}".indexOf(c) >= 0) {
                open.poll();
            }
            at = Math.max(next, at + 1);
        }
        return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.peek());
    }

    /** Returns the index behind what begins at {@code at}, {@code at} if it is code, more than the length if it never ends. */
    private static int skipCommentOrLiteral(String text, int at) {
        if (isComment(text, at)) {
            return skipComment(text, at);
        }
        if (text.startsWith("\"\"\"", at)) {
            return skipLiteral(text, at + 3, "\"\"\"");
        }
        char c = text.charAt(at);
        return c == '"' || c == '\'' ? skipLiteral(text, at + 1, String.valueOf(c)) : at;
    }

    private static boolean isComment(String text, int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private static int skipComment(String text, int at) {
        boolean isLine = text.startsWith("//", at);
        int end = text.indexOf(isLine ? "\n" : "*/", at + 2);
        if (end < 0) {
            return isLine ? text.length() : text.length() + 1;
        }
        return isLine ? end + 1 : end + 2;
    }

    private static int skipLiteral(String text, int start, String quote) {
        int at = start;
        while (at < text.length() && !text.startsWith(quote, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at >= text.length() ? text.length() + 1 : at + quote.length();
    }
}
