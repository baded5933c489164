package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Org;
import dev.instant4j.model.OrgDetails;
import dev.instant4j.model.OrgId;
import dev.instant4j.model.SharedApp;
import dev.instant4j.wire.AppJson;
import dev.instant4j.wire.OrgJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Orgs of the user. All but {@link #list} and {@link #apps} take a signed-in user. */
public final class OrgsApi {
    private final Requests requests;

    OrgsApi(Requests requests) {
        this.requests = requests;
    }

    /** Lists the orgs that the user has to do with, in no order ({@code GET /superadmin/orgs}). */
    public Future<List<Org>> list() {
        return requests.send(() -> Call.get("list the orgs", "/superadmin/orgs"))
                .map(answer -> answer.member("orgs").elements(OrgJson::decode));
    }

    /**
     * Lists the apps of an org, in no order, with what is asked for besides ({@code GET /superadmin/orgs/:id/apps}).
     * Their rules come unasked.
     */
    public Future<List<SharedApp>> apps(OrgId org, Include... besides) {
        Set<Include> includes = EnumSet.noneOf(Include.class);
        includes.addAll(List.of(besides));
        String path = AppsApi.included("/superadmin/orgs/" + org + "/apps", includes);
        return requests.send(() -> Call.get("list the apps of org " + org, path))
                .map(AppJson::allShared);
    }

    /** Reads an org with its apps, members and invitations ({@code GET /dash/orgs/:id}). */
    public Future<OrgDetails> get(OrgId org) {
        return requests.send(() -> Call.get("read org " + org, path(org))).map(OrgJson::details);
    }

    /** Creates an org ({@code POST /dash/orgs}). Sent once: when no answer arrives, there may be an org of that title. */
    public Future<Org> create(String title) {
        return requests.send(() -> Call.post("create org \"" + title + "\"", "/dash/orgs")
                        .body(new JsonObject().put("title", title)))
                .map(answer -> OrgJson.decode(answer.member("org")));
    }

    /** Changes the title of an org ({@code POST /dash/orgs/:id/rename}). Safe to repeat. */
    public Future<Void> rename(OrgId org, String title) {
        return requests.send(() -> Call.post("rename org " + org, path(org) + "/rename")
                        .body(new JsonObject().put("title", title))
                        .repeatable())
                .mapEmpty();
    }

    /**
     * Deletes an org ({@code DELETE /dash/orgs/:id}). Safe to repeat. Refused while it has apps, those included that were
     * deleted less than two days ago.
     */
    public Future<Void> delete(OrgId org) {
        return requests.send(() -> Call.delete("delete org " + org, path(org))).mapEmpty();
    }

    /**
     * Moves a personal app into an org ({@code POST /dash/apps/:id/transfer_to_org/:org}). Sent once: after a lost answer
     * {@linkplain AppsApi#get read} where the app is.
     */
    public Future<Void> takeIn(AppId app, OrgId org) {
        return requests.send(() -> Call.post(
                        "move app " + app + " into org " + org, "/dash/apps/" + app + "/transfer_to_org/" + org))
                .mapEmpty();
    }

    /** Returns what can be done with the members of an org; they are listed by {@link #get}. */
    public MembersApi members(OrgId org) {
        return new MembersApi(requests, "org " + org, path(org));
    }

    /** Returns what can be done with the members of an app; they are listed by {@link AppsApi#listShared}. */
    public MembersApi members(AppId app) {
        return new MembersApi(requests, "app " + app, "/dash/apps/" + app);
    }

    private static String path(OrgId org) {
        return "/dash/orgs/" + org;
    }
}
