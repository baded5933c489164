package dev.instant4j.plan;

import dev.instant4j.model.Rule;

/** Tells whether rules speak of a name. Rather once too often: texts within an expression count too. */
final class Mentions {

    private Mentions() {}

    /** Tells whether the name stands in the expression, not as a part of a longer one. */
    static boolean name(Rule rule, String name) {
        String text = rule.expression();
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean beginsThere = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean endsThere = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
            if (beginsThere && endsThere) {
                return true;
            }
        }
        return false;
    }
}
