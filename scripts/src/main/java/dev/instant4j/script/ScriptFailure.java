package dev.instant4j.script;

/** What a script says itself when it can't go on. */
public final class ScriptFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    ScriptFailure(String reason) {
        super(reason);
    }
}
