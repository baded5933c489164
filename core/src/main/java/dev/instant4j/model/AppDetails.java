package dev.instant4j.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An app and what was asked for besides.
 *
 * @param app the app
 * @param maybeSchema the attrs that are not hidden; null if not asked for
 * @param maybeRules its rules; null if not asked for
 */
public record AppDetails(
        App app, @Nullable Attrs maybeSchema, @Nullable Rules maybeRules) {

    /** Returns the attrs that are not hidden, if they were asked for. */
    public Optional<Attrs> schema() {
        return Optional.ofNullable(maybeSchema);
    }

    /** Returns the rules, if they were asked for. */
    public Optional<Rules> rules() {
        return Optional.ofNullable(maybeRules);
    }
}
