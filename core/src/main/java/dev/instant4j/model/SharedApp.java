package dev.instant4j.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An app with what those who work on it may see.
 *
 * @param details the app and what was asked for besides; its rules are always there
 * @param maybeAdminToken lets its bearer do everything with this app; null if the platform does not show it
 * @param maybeRole what the user may do with this app itself; null if it is reached through the org only
 * @param members who belongs to this app itself, but for its owner; in no order
 * @param invites who was asked to join, or to take the app over; in no order
 */
public record SharedApp(
        AppDetails details,
        @Nullable Token maybeAdminToken,
        @Nullable Role maybeRole,
        List<Member> members,
        List<Invite> invites) {

    public SharedApp {
        members = List.copyOf(members);
        invites = List.copyOf(invites);
    }

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
