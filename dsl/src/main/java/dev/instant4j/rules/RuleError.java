package dev.instant4j.rules;

import java.util.List;

/**
 * Why a platform refuses rules.
 *
 * @param message the platform's own words
 * @param in the keys that lead to the place
 */
public record RuleError(String message, List<String> in) {

    public RuleError {
        in = List.copyOf(in);
    }
}
