package dev.instant4j.script;

import dev.instant4j.error.InstantException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why something was thrown. */
final class Reason {
    private static final String OURS = "dev.instant4j.";

    private Reason() {}

    /** Returns what we say ourselves as it is, anything else with the name of its type. */
    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        String reason = isOurs(thrown) && message != null ? message : named(thrown, message);
        Throwable cause = thrown.getCause();
        return cause == null || isOurs(thrown) ? reason : reason + ", because of " + named(cause, cause.getMessage());
    }

    private static boolean isOurs(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return thrown instanceof InstantException
                || (stack.length > 0 && stack[0].getClassName().startsWith(OURS));
    }

    private static String named(Throwable thrown, @Nullable String message) {
        String name = thrown.getClass().getSimpleName();
        return message == null ? name : name + ": " + message;
    }
}
