package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.InviteId;
import dev.instant4j.model.MemberId;
import dev.instant4j.model.Role;
import dev.instant4j.wire.OrgJson;
import dev.instant4j.wire.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Who belongs to an app or an org. All of it takes a signed-in user. */
public final class MembersApi {
    private final Requests requests;
    private final String subject;
    private final String path;

    MembersApi(Requests requests, String subject, String path) {
        this.requests = requests;
        this.subject = subject;
        this.path = path;
    }

    /** Asks someone by mail to join ({@code POST .../invite/send}). Safe to repeat: it is the same invitation again. */
    public Future<Void> invite(String email, Role role) {
        return requests.send(() -> Call.post("invite someone to " + subject, path + "/invite/send")
                        .body(OrgJson.newInvite(email, role))
                        .repeatable())
                .mapEmpty();
    }

    /** Takes an invitation back ({@code DELETE .../invite/revoke}). Safe to repeat. */
    public Future<Void> revokeInvite(InviteId invite) {
        return requests.send(() -> Call.delete("revoke an invitation to " + subject, path + "/invite/revoke")
                        .body(new JsonObject().put("invite-id", invite.toString())))
                .mapEmpty();
    }

    /** Changes what a member may do ({@code POST .../members/update}). Safe to repeat. */
    public Future<Void> setRole(MemberId member, Role role) {
        return requests.send(() -> Call.post("change a member of " + subject, path + "/members/update")
                        .body(new JsonObject().put("id", member.toString()).put("role", Words.of(role)))
                        .repeatable())
                .mapEmpty();
    }

    /** Removes a member ({@code DELETE .../members/remove}). Safe to repeat. */
    public Future<Void> remove(MemberId member) {
        return requests.send(() -> Call.delete("remove a member of " + subject, path + "/members/remove")
                        .body(new JsonObject().put("id", member.toString())))
                .mapEmpty();
    }
}
