package dev.instant4j.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An app of an org, with what its members may see.
 *
 * @param details the app and what was asked for besides; its rules are always there
 * @param maybeAdminToken lets its bearer do everything with this app; null if the platform does not show it
 * @param maybeRole what the user may do with this app itself; null if it is reached through the org only
 */
public record OrgApp(
        AppDetails details,
        @Nullable Token maybeAdminToken,
        @Nullable Role maybeRole) {

    /** Returns the app itself. */
    public App app() {
        return details.app();
    }

    /** Returns the token of the app, if the platform shows it. */
    public Optional<Token> adminToken() {
        return Optional.ofNullable(maybeAdminToken);
    }

    /** Returns the user's role in this app itself, if there is one. */
    public Optional<Role> role() {
        return Optional.ofNullable(maybeRole);
    }
}
