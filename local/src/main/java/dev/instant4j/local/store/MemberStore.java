package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to an app or an org, and who is invited. */
public final class MemberStore {
    private static final String MEMBER = "SELECT members.*, email FROM members JOIN users ON users.id = user_id";

    private final Sql sql;

    MemberStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A user in an app or an org.
     *
     * @param group the app or the org
     * @param role collaborator, admin or owner
     */
    public record Member(UUID id, UUID group, UUID user, String email, String role) {}

    /**
     * An invite to an app or an org.
     *
     * @param role the role to get; creator: the app itself
     * @param status pending, accepted, declined or revoked
     * @param sentAt epoch milliseconds
     */
    public record Invite(
            UUID id, UUID group, boolean isOrg, UUID inviter, String email, String role, String status, long sentAt) {}

    public Optional<Member> member(UUID group, UUID user) {
        return sql.first(MEMBER + " WHERE group_id = ? AND user_id = ?", MemberStore::member, group, user);
    }

    public Optional<Member> byId(UUID id) {
        return sql.first(MEMBER + " WHERE members.id = ?", MemberStore::member, id);
    }

    public List<Member> of(UUID group) {
        return sql.list(
                MEMBER + " WHERE group_id = ? ORDER BY members.created_at, members.id", MemberStore::member, group);
    }

    public void add(Member member, long now) {
        sql.update(
                "INSERT OR REPLACE INTO members (id, group_id, user_id, role, created_at) VALUES (?, ?, ?, ?, ?)",
                member.id(),
                member.group(),
                member.user(),
                member.role(),
                now);
    }

    public void setRole(UUID id, String role) {
        sql.update("UPDATE members SET role = ? WHERE id = ?", role, id);
    }

    public void remove(UUID id) {
        sql.update("DELETE FROM members WHERE id = ?", id);
    }

    public Optional<Invite> invite(UUID id) {
        return sql.first("SELECT * FROM invites WHERE id = ?", MemberStore::invite, id);
    }

    public Optional<Invite> invite(UUID group, String email) {
        return sql.first("SELECT * FROM invites WHERE group_id = ? AND email = ?", MemberStore::invite, group, email);
    }

    /** Returns all invites to an app or an org, the oldest first. */
    public List<Invite> invites(UUID group) {
        return sql.list("SELECT * FROM invites WHERE group_id = ? ORDER BY sent_at, id", MemberStore::invite, group);
    }

    /** Returns the pending invites of an address. */
    public List<Invite> pending(String email) {
        return sql.list(
                "SELECT * FROM invites WHERE email = ? AND status = 'pending' ORDER BY sent_at, id",
                MemberStore::invite,
                email);
    }

    /** Keeps an invite; one of the same address to the same group is replaced. */
    public void putInvite(Invite invite) {
        sql.update(
                "INSERT OR REPLACE INTO invites (id, group_id, is_org, inviter_id, email, role, status, sent_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                invite.id(),
                invite.group(),
                invite.isOrg(),
                invite.inviter(),
                invite.email(),
                invite.role(),
                invite.status(),
                invite.sentAt());
    }

    public void setStatus(UUID invite, String status) {
        sql.update("UPDATE invites SET status = ? WHERE id = ?", status, invite);
    }

    private static Member member(Row row) throws SQLException {
        return new Member(
                row.uuid("id"), row.uuid("group_id"), row.uuid("user_id"), row.text("email"), row.text("role"));
    }

    private static Invite invite(Row row) throws SQLException {
        return new Invite(
                row.uuid("id"),
                row.uuid("group_id"),
                row.flag("is_org"),
                row.uuid("inviter_id"),
                row.text("email"),
                row.text("role"),
                row.text("status"),
                row.number("sent_at"));
    }
}
