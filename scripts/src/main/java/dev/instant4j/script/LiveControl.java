package dev.instant4j.script;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Executes snippets in this process, on the thread that evaluates them. JShell itself hands on values and exceptions
 * as text only: here alone they cross alive, the last value asked for and the last exception thrown.
 */
final class LiveControl extends DirectExecutionControl {
    private @Nullable Object value;
    private @Nullable Throwable thrown;

    /** Returns what the last variable that was asked for holds. */
    @Nullable
    Object value() {
        return value;
    }

    /** Returns what was thrown first since {@link #forget}, or why code could not be invoked; null if all returned. */
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    void forget() {
        thrown = null;
    }

    /** Like the method it overrides, and keeps what JShell would swallow: that the code could not be invoked at all. */
    @Override
    public String invoke(String className, String methodName)
            throws RunException, InternalException, EngineTerminationException {
        try {
            return super.invoke(className, methodName);
        } catch (InternalException e) {
            keep(e);
            throw e;
        }
    }

    /** Leaves out the value's text: computing it runs the script's own code, and nobody reads it. */
    @Override
    protected String invoke(Method code) throws Exception {
        code.invoke(null);
        return "";
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        keep(cause);
        return super.throwConvertedInvocationException(cause);
    }

    @Override
    public String varValue(String className, String varName) throws InternalException {
        try {
            Field variable = findClass(className).getDeclaredField(varName);
            variable.setAccessible(true);
            value = variable.get(null);
            return "";
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new InternalException(e.toString());
        }
    }

    private void keep(Throwable cause) {
        thrown = thrown == null ? cause : thrown;
    }
}
