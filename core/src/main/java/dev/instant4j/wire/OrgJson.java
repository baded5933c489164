package dev.instant4j.wire;

import dev.instant4j.model.Account;
import dev.instant4j.model.Invite;
import dev.instant4j.model.InviteId;
import dev.instant4j.model.Member;
import dev.instant4j.model.MemberId;
import dev.instant4j.model.Org;
import dev.instant4j.model.OrgDetails;
import dev.instant4j.model.OrgId;
import dev.instant4j.model.ReceivedInvite;
import dev.instant4j.model.Role;
import dev.instant4j.model.UserId;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Orgs, members and invitations as a platform shows them. */
public final class OrgJson {

    private OrgJson() {}

    /** Returns the org that a platform shows. */
    public static Org decode(JsonCursor org) {
        return new Org(
                new OrgId(org.member("id").uuid()),
                org.member("title").text(),
                org.member("created_at").instant(),
                org.optional("role").map(role -> role.word(Role.class)).orElse(null));
    }

    /** Returns the org that an answer shows with all that belongs to it. */
    public static OrgDetails details(JsonCursor answer) {
        return new OrgDetails(
                decode(answer.member("org")),
                AppJson.allShared(answer),
                members(answer.member("members")),
                invites(answer.member("invites")));
    }

    /** Returns the invitations to the user that an answer lists. */
    public static List<ReceivedInvite> receivedInvites(JsonCursor answer) {
        return answer.member("invites").elements(OrgJson::received);
    }

    /** Returns the account that an answer shows. */
    public static Account account(JsonCursor answer) {
        JsonCursor user = answer.member("user");
        return new Account(
                new UserId(user.member("id").uuid()), user.member("email").text());
    }

    /** Returns the request that invites someone. */
    public static JsonObject newInvite(String email, Role role) {
        return new JsonObject().put("invitee-email", email).put("role", Words.of(role));
    }

    static List<Member> members(JsonCursor members) {
        return members.elements(OrgJson::member);
    }

    static List<Invite> invites(JsonCursor invites) {
        return invites.elements(OrgJson::invite);
    }

    private static Member member(JsonCursor member) {
        return new Member(
                new MemberId(member.member("id").uuid()),
                member.optional("email").map(JsonCursor::text).orElse(""),
                member.member("role").word(Role.class));
    }

    private static Invite invite(JsonCursor invite) {
        return new Invite(
                inviteId(invite.member("id")),
                invite.member("email").text(),
                invite.member("role").word(Role.class),
                invite.member("status").text(),
                invite.optional("expired").map(JsonCursor::bool).orElse(false));
    }

    private static ReceivedInvite received(JsonCursor invite) {
        return new ReceivedInvite(
                inviteId(invite.member("id")),
                invite.member("title").text(),
                invite.member("invitee_role").word(Role.class),
                invite.member("inviter_email").text());
    }

    private static InviteId inviteId(JsonCursor id) {
        return new InviteId(id.uuid());
    }
}
