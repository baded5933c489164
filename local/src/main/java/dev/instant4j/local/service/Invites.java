package dev.instant4j.local.service;

import dev.instant4j.local.store.MemberStore.Invite;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.model.IdSource;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Keeps invites to apps and orgs: one per group and address, renewed when it is sent again. */
final class Invites {
    static final Duration LIFETIME = Duration.ofDays(3);
    static final String CREATOR = "creator";
    static final String PENDING = "pending";
    static final String ACCEPTED = "accepted";
    static final String REVOKED = "revoked";

    private final IdSource ids;

    Invites(IdSource ids) {
        this.ids = ids;
    }

    Invite send(Tx tx, UUID group, boolean isOrg, UserRow inviter, String email, String role) {
        UUID id = tx.members().invite(group, email).map(Invite::id).orElseGet(ids::next);
        Invite invite = new Invite(id, group, isOrg, inviter.id(), email, role, PENDING, tx.now());
        tx.members().putInvite(invite);
        return invite;
    }

    /** Returns the invites that a user can accept, but for those to what is gone. */
    static List<Invite> openTo(Tx tx, UserRow user) {
        return tx.members().pending(user.email()).stream()
                .filter(invite -> !AppDetails.isExpired(tx, invite))
                .filter(invite -> invite.isOrg() || isLiving(tx, invite.group()))
                .toList();
    }

    private static boolean isLiving(Tx tx, UUID app) {
        return tx.apps().byId(app).filter(row -> row.deletionMarkedAt() == null).isPresent();
    }

    /** Returns an invite that nobody has accepted yet. */
    static Invite open(Tx tx, UUID id) {
        return tx.members()
                .invite(id)
                .filter(invite -> !invite.status().equals(ACCEPTED))
                .orElseThrow(() -> notFound(id));
    }

    /** Refuses an invite that is for someone else, was withdrawn or declined, or is too old. */
    static void mustBeAcceptable(Tx tx, Invite invite, UserRow user) {
        if (!invite.email().equals(user.email())) {
            throw Refusal.permissionDenied(invite.email(), "invitee?");
        }
        if (!invite.status().equals(PENDING)) {
            throw Refusal.permissionDenied(invite.id().toString(), "acceptable?");
        }
        if (AppDetails.isExpired(tx, invite)) {
            throw notFound(invite.id());
        }
    }

    private static Refusal notFound(UUID id) {
        return Refusal.recordNotFound("member-invite", "id", id.toString());
    }

    /** Returns an invite as its receiver sees it. */
    static JsonObject received(Tx tx, Invite invite) {
        String title = invite.isOrg()
                ? tx.orgs().byId(invite.group()).map(org -> org.title()).orElse("")
                : tx.apps().byId(invite.group()).map(app -> app.title()).orElse("");
        return new JsonObject()
                .put("type", invite.isOrg() ? "org" : "app")
                .put("id", invite.id().toString())
                .put("invitee_role", invite.role())
                .put("foreign_key", invite.group().toString())
                .put("title", title)
                .put(
                        "inviter_email",
                        tx.users().byId(invite.inviter()).map(UserRow::email).orElse(null));
    }
}
