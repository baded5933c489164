package dev.instant4j.script;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Hands a JShell the control that we hold the other end of. */
record LiveControlProvider(LiveControl control) implements ExecutionControlProvider {

    @Override
    public String name() {
        return "instant4j";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return control;
    }
}
