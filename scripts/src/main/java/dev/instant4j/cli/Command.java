package dev.instant4j.cli;

import org.apache.commons.cli.Options;

/** Something the user can ask for by its name. */
interface Command {

    String name();

    /** Returns what it does, in one line. */
    String summary();

    Options options();

    /** Tells whether everything behind its first operand is passed on as it is, options included. */
    default boolean passesArgumentsOn() {
        return false;
    }

    /**
     * Does what was asked for. May throw anything: {@link ErrorReport} says it to the user.
     *
     * @return what to end with
     */
    ExitCode execute(Env env, Arguments arguments);
}
