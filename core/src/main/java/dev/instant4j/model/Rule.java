package dev.instant4j.model;

/**
 * One expression in the rules of a namespace.
 *
 * @param kind what it decides
 * @param name the action, bind, label or field it is about
 * @param expression CEL; for {@link Kind#OTHER} the JSON text of what is stored
 * @param place where it was written
 */
public record Rule(Kind kind, String name, String expression, Place place) {

    /** What a rule decides. */
    public enum Kind {
        /** Names an expression for use in other rules. */
        BIND,
        /** Whether an action ({@code view create update delete $default}) is allowed. */
        ALLOW,
        /** Whether entities may be linked over a label. */
        LINK,
        /** Whether links over a label may be removed. */
        UNLINK,
        /** Whether a viewer sees a field. */
        FIELD,
        /** Anything else that a platform stores with rules, such as rate limits: kept as it is. */
        OTHER
    }

    Rule at(Places places) {
        return new Rule(kind, name, expression, places.apply(place));
    }
}
