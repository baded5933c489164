package dev.instant4j.script;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notices that a script ends the process by {@code System.exit}: the process would then end with whatever code the
 * script said, which could look like success.
 */
final class ExitGuard {
    private ExitGuard() {}

    /**
     * Does {@code work} and returns what it returns.
     *
     * @param onExit told, on another thread, the stack of the script's thread that is inside {@code System.exit}
     */
    static <T> T during(Consumer<StackTraceElement[]> onExit, Supplier<T> work) {
        Thread hook = new Thread(() -> exitingScript().ifPresent(onExit), "instant4j-exit-guard");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, so the hook is running.
        }
    }

    private static Optional<StackTraceElement[]> exitingScript() {
        return Thread.getAllStackTraces().values().stream()
                .filter(ScriptPlaces::isInScript)
                .filter(stack -> Arrays.stream(stack).anyMatch(ExitGuard::isExit))
                .findFirst();
    }

    private static boolean isExit(StackTraceElement frame) {
        return frame.getClassName().equals(Runtime.class.getName())
                && frame.getMethodName().equals("exit");
    }
}
