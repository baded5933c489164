package dev.instant4j.script;

/** What a script may use without saying where it comes from. */
final class Prelude {
    /** For definitions: the factories, the types they make, and {@code java.util}. JShell takes it as one snippet. */
    static final String DEFINITION = """
            import static dev.instant4j.dsl.Dsl.*;
            import dev.instant4j.model.*;
            import java.util.*;
            """;

    private Prelude() {}
}
