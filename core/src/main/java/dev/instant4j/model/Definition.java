package dev.instant4j.model;

import org.jspecify.annotations.Nullable;

/**
 * What an app should be.
 *
 * @param schema null if the definition leaves the app's schema alone
 * @param rules null if the definition leaves the app's rules alone
 */
public record Definition(@Nullable Schema schema, @Nullable Rules rules) {

    /** Returns this definition with every place in it translated. */
    public Definition at(Places places) {
        return new Definition(schema == null ? null : schema.at(places), rules == null ? null : rules.at(places));
    }
}
