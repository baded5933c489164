package dev.instant4j.terminal;

import java.io.PrintStream;

/** One line that tells what is going on, replaced as it goes on, and gone in the end. Safe for several threads. */
public final class StatusLine implements AutoCloseable {
    private static final String CLEAR = "\r\u001B[2K";

    private final PrintStream out;
    private final boolean isTerminal;
    private boolean isShown;

    /** @param isTerminal whether {@code out} is one; otherwise nothing is ever shown */
    public StatusLine(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Shows {@code text} in place of what was shown before. */
    public synchronized void show(String text) {
        if (isTerminal) {
            out.print(CLEAR + text);
            out.flush();
            isShown = true;
        }
    }

    /** Shows how far something with that many parts is, as a bar. */
    public void show(String text, int done, int total) {
        int width = 20;
        int filled = total == 0 ? width : width * done / total;
        show(text + " [" + "#".repeat(filled) + " ".repeat(width - filled) + "] " + done + "/" + total);
    }

    @Override
    public synchronized void close() {
        if (isShown) {
            out.print(CLEAR);
            out.flush();
            isShown = false;
        }
    }
}
