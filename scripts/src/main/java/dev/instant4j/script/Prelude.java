package dev.instant4j.script;

import dev.instant4j.model.Definition;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a script may use without saying where it comes from. A script can only reach static members of a class it
 * compiles against, so this is the one place where live objects of ours get into a script: one script that acts at a
 * time, in one process.
 */
public final class Prelude {
    /** For definitions: the factories, the types they make, and {@code java.util}. JShell takes it as one snippet. */
    static final String DEFINITION = """
            import static dev.instant4j.dsl.Dsl.*;
            import dev.instant4j.model.*;
            import java.util.*;
            """;

    /** For scripts that act: what definitions have, the verbs of this class, and the two values they start with. */
    static final List<String> ACTING = List.of(
            DEFINITION + "import static dev.instant4j.script.Prelude.*;",
            "var instant = dev.instant4j.script.Prelude.platform();",
            "var args = dev.instant4j.script.Prelude.arguments();");

    private static final AtomicReference<@Nullable ScriptSession> SESSION = new AtomicReference<>();

    private Prelude() {}

    /** Returns the platform that the script acts on. */
    public static BlockingPlatform platform() {
        return session().platform();
    }

    /** Returns what was written behind the name of the script. */
    public static List<String> arguments() {
        return session().arguments();
    }

    /** Prints a value on a line of its own; a plan as a person reads it. */
    public static void print(@Nullable Object value) {
        session().print(value);
    }

    /**
     * Reads a definition.
     *
     * @param file relative to the folder of the script
     * @throws dev.instant4j.error.DefinitionException if it can't be read
     */
    public static Definition load(String file) {
        return session().load(file);
    }

    /**
     * Returns the value of an environment variable.
     *
     * @throws ScriptFailure if it is not set
     */
    public static String env(String name) {
        return session()
                .variable(name)
                .orElseThrow(() -> new ScriptFailure("The environment variable " + name + " is not set."));
    }

    /** Returns the value of an environment variable, or {@code otherwise} if it is not set. */
    public static String env(String name, String otherwise) {
        return session().variable(name).orElse(otherwise);
    }

    /** Ends the script as failed. Never returns. */
    public static ScriptFailure fail(String reason) {
        throw new ScriptFailure(reason);
    }

    /** Gives the next script its session. */
    static void begin(ScriptSession session) {
        if (!SESSION.compareAndSet(null, session)) {
            throw new IllegalStateException("A script that acts is running in this process already.");
        }
    }

    static void end() {
        SESSION.set(null);
    }

    private static ScriptSession session() {
        ScriptSession session = SESSION.get();
        if (session == null) {
            throw new IllegalStateException("Only a running script that acts can use this.");
        }
        return session;
    }
}
