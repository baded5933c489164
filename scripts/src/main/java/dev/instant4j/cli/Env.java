package dev.instant4j.cli;

import dev.instant4j.render.Palette;
import dev.instant4j.terminal.AnsiPalette;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The world outside of a command: it touches nothing else of the process.
 *
 * @param in what a person types
 * @param out takes results
 * @param err takes progress, prompts and errors
 * @param terminals which of the three are terminals
 * @param variables the environment variables
 * @param directory what names of files are relative to
 * @param clock what time it is
 * @param lifetime of the process that this runs in
 */
public record Env(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminals terminals,
        Map<String, String> variables,
        Path directory,
        Clock clock,
        Lifetime lifetime) {

    public Env {
        variables = Map.copyOf(variables);
    }

    /** The end of the process that a command runs in. */
    public interface Lifetime {
        /** Ends it at once, from a thread that runs because it is ending already. */
        void halt(ExitCode code);

        /** Does {@code close} on a thread of its own when the process is told to stop; it then ends as done. */
        void onStop(Runnable close);
    }

    /**
     * Which streams are terminals.
     *
     * @param isIn whether someone types the input
     * @param isOut whether someone sees the results
     * @param isErr whether someone sees prompts and progress
     */
    public record Terminals(boolean isIn, boolean isOut, boolean isErr) {
        /** None of them. */
        public static final Terminals NONE = new Terminals(false, false, false);
    }

    /** Tells whether there is someone to ask. */
    public boolean canAsk() {
        return terminals.isIn() && terminals.isErr();
    }

    /** Returns what results look like. */
    public Palette outPalette() {
        return palette(terminals.isOut());
    }

    /** Returns what errors and prompts look like. */
    public Palette errPalette() {
        return palette(terminals.isErr());
    }

    /** Returns this world without colours. */
    public Env withoutColors() {
        Map<String, String> plain = new HashMap<>(variables);
        plain.put("NO_COLOR", "1");
        return new Env(in, out, err, terminals, plain, directory, clock, lifetime);
    }

    private Palette palette(boolean isTerminal) {
        boolean isPlain = !variables.getOrDefault("NO_COLOR", "").isEmpty()
                || variables.getOrDefault("TERM", "").equals("dumb");
        return isTerminal && !isPlain ? new AnsiPalette() : Palette.PLAIN;
    }
}
