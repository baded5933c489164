package dev.instant4j.rules;

import java.util.Optional;

/**
 * The rule that holds for a system entity where an app has none.
 *
 * @param code CEL
 * @param displayCode what a platform shows of it
 */
record Fallback(String code, String displayCode) {
    private static final String SELF =
            "auth.id == data.id || (data.linkedPrimaryUser != null && auth.id == data.linkedPrimaryUser)";

    /** Returns the fallback of an action on an entity; none means that everyone may. */
    static Optional<Fallback> of(String etype, RuleAction action) {
        return switch (etype) {
            case "$users" -> Optional.of(ofUsers(action));
            case "$files" -> Optional.of(shown("false"));
            default -> etype.startsWith("$") ? Optional.of(disallowed(action)) : Optional.empty();
        };
    }

    private static Fallback ofUsers(RuleAction action) {
        return switch (action) {
            case CREATE -> shown("true");
            case VIEW, UPDATE -> shown(SELF);
            default -> disallowed(action);
        };
    }

    private static Fallback shown(String code) {
        return new Fallback(code, code);
    }

    private static Fallback disallowed(RuleAction action) {
        return new Fallback("false", "disallow_" + action.key() + "_on_system_tables");
    }
}
