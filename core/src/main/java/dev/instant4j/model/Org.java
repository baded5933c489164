package dev.instant4j.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several people's place for apps.
 *
 * @param id given by the platform
 * @param title at most 140 characters
 * @param createdAt to the second
 * @param maybeRole what the user may do; null right after the org was created
 */
public record Org(
        OrgId id, String title, Instant createdAt, @Nullable Role maybeRole) {

    /** Returns the user's role, if the platform says it. */
    public Optional<Role> role() {
        return Optional.ofNullable(maybeRole);
    }
}
