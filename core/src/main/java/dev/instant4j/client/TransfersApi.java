package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.InviteId;
import dev.instant4j.model.ReceivedInvite;
import dev.instant4j.wire.OrgJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Handing apps over to someone else, and answering invitations. */
public final class TransfersApi {
    private final Requests requests;

    TransfersApi(Requests requests) {
        this.requests = requests;
    }

    /**
     * Offers an app to someone by mail ({@code POST /superadmin/apps/:id/transfers/send}; takes a personal access token of
     * the owner). The offer stands for three days; the former owner keeps no role once it is accepted, the admin token
     * stays. Safe to repeat: it is the same invitation, renewed.
     */
    public Future<InviteId> send(AppId app, String email) {
        return requests.send(() -> Call.post("offer app " + app, transfers(app) + "/send")
                        .body(new JsonObject().put("dest_email", email))
                        .repeatable())
                .map(answer -> new InviteId(answer.member("id").uuid()));
    }

    /**
     * Takes offers back ({@code POST /superadmin/apps/:id/transfers/revoke}). Safe to repeat. Known to fail on real
     * platforms, always, with status 500.
     *
     * @return how many offers there were
     */
    public Future<Integer> revoke(AppId app, String email) {
        return requests.send(() -> Call.post("take back the offer of app " + app, transfers(app) + "/revoke")
                        .body(new JsonObject().put("dest_email", email))
                        .repeatable())
                .map(answer -> Math.toIntExact(answer.member("count").number()));
    }

    /** Lists the invitations to the signed-in user, in no order ({@code GET /dash}). */
    public Future<List<ReceivedInvite>> received() {
        return requests.send(() -> Call.get("list the invitations", "/dash")).map(OrgJson::receivedInvites);
    }

    /**
     * Accepts an invitation in the name of the signed-in user ({@code POST /dash/invites/accept}). Sent once: after a lost
     * answer it is not {@linkplain #received received} any more if it was accepted.
     */
    public Future<Void> accept(InviteId invite) {
        return answer("accept an invitation", "accept", invite);
    }

    /** Declines an invitation in the name of the signed-in user ({@code POST /dash/invites/decline}). Sent once. */
    public Future<Void> decline(InviteId invite) {
        return answer("decline an invitation", "decline", invite);
    }

    private Future<Void> answer(String operation, String word, InviteId invite) {
        return requests.send(() -> Call.post(operation, "/dash/invites/" + word)
                        .body(new JsonObject().put("invite-id", invite.toString())))
                .mapEmpty();
    }

    private static String transfers(AppId app) {
        return "/superadmin/apps/" + app + "/transfers";
    }
}
