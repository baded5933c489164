package dev.instant4j.rules;

import java.util.List;

/** A rule that is needed doesn't compile; a platform doesn't look at all of them when they are set. */
public final class InvalidRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> path;
    private final transient List<String> messages;

    InvalidRuleException(List<String> path, List<String> messages) {
        super("The rule " + String.join(".", path) + " is invalid: " + String.join(", ", messages), null, false, false);
        this.path = path;
        this.messages = messages;
    }

    /** Returns the keys that lead to the rule. */
    public List<String> path() {
        return path;
    }

    /** Returns all that is wrong with it. */
    public List<String> messages() {
        return messages;
    }
}
