package dev.instant4j.local.service;

import dev.instant4j.local.store.MemberStore.Member;
import dev.instant4j.local.store.OrgStore.OrgRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Orgs and their apps. Futures fail with {@link Refusal}. */
public final class OrgService {
    private static final int MAX_TITLE_CHARS = 140;
    private static final String APP_MEMBER = "app-member";

    private final Store store;
    private final Identity identity;
    private final AppDetails details;
    private final IdSource ids;

    OrgService(Store store, Identity identity, AppDetails details, IdSource ids) {
        this.store = store;
        this.identity = identity;
        this.details = details;
        this.ids = ids;
    }

    /** Returns the orgs that the caller can reach. */
    public Future<JsonObject> list(Credential credential) {
        return store.read(tx ->
                new JsonObject().put("orgs", orgs(tx, identity.ofApi(tx, credential, Scope.APPS_READ))));
    }

    static JsonArray orgs(Tx tx, UserRow user) {
        return new JsonArray(tx.orgs().reachableBy(user.id()).stream()
                .map(org -> json(tx, org, user))
                .toList());
    }

    /** Returns the apps of an org, with what {@code include} names. */
    public Future<JsonObject> apps(UUID orgId, Credential credential, Set<String> include) {
        return store.read(tx -> {
            UserRow user = identity.ofApi(tx, credential, Scope.APPS_READ);
            Access.org(tx, orgId, user, Role.COLLABORATOR);
            List<JsonObject> apps = tx.apps().ofOrg(orgId).stream()
                    .map(app -> details.include(tx, details.rich(tx, app, user), app.id(), include))
                    .toList();
            return new JsonObject().put("apps", new JsonArray(apps));
        });
    }

    /** Makes an org that the caller owns. */
    public Future<JsonObject> create(Credential credential, Params body) {
        return store.write(tx -> {
            body.text("title");
            UserRow user = identity.loggedIn(tx, credential);
            OrgRow org = new OrgRow(ids.next(), title(body), tx.now(), tx.now());
            tx.orgs().add(org);
            Member owner = new Member(ids.next(), org.id(), user.id(), user.email(), Role.OWNER.word());
            tx.members().add(owner, tx.now());
            return new JsonObject().put("org", json(org));
        });
    }

    /** Returns an org with its apps, members and invites. */
    public Future<JsonObject> get(UUID orgId, Credential credential) {
        return store.read(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            OrgRow org = Access.org(tx, orgId, user, Role.COLLABORATOR);
            List<JsonObject> apps = tx.apps().ofOrg(orgId).stream()
                    .map(app -> details.effective(tx, app, user))
                    .toList();
            return new JsonObject()
                    .put("org", json(tx, org, user))
                    .put("apps", new JsonArray(apps))
                    .put("members", AppDetails.members(tx, orgId))
                    .put("invites", AppDetails.invites(tx, orgId));
        });
    }

    /** Gives an org another title. */
    public Future<JsonObject> rename(UUID orgId, Credential credential, Params body) {
        return store.write(tx -> {
            Access.org(tx, orgId, identity.loggedIn(tx, credential), Role.ADMIN);
            tx.orgs().rename(orgId, title(body), tx.now());
            return new JsonObject();
        });
    }

    /** Deletes an org that has no apps, not even deleted ones that are still kept. */
    public Future<JsonObject> delete(UUID orgId, Credential credential) {
        return store.write(tx -> {
            Access.org(tx, orgId, identity.loggedIn(tx, credential), Role.OWNER);
            if (tx.apps().isInUse(orgId)) {
                throw Refusal.of(
                        "record-foreign-key-invalid",
                        "The org can't be deleted while it still has apps.",
                        new JsonObject()
                                .put("table", "apps")
                                .put("condition", "foreign-key-violation")
                                .put("constraint", "apps_org_id_fkey"));
            }
            tx.orgs().remove(orgId);
            return new JsonObject().put("ok", true);
        });
    }

    private static String title(Params body) {
        String title = body.text("title");
        if (title.codePointCount(0, title.length()) > MAX_TITLE_CHARS) {
            throw Refusal.of(
                    "validation-failed",
                    "The title for the org is too long. The maximum length is 140 characters.",
                    new JsonObject()
                            .put("table", "orgs")
                            .put("condition", "check-violation")
                            .put("constraint", "orgs_title_check"));
        }
        return title;
    }

    private static JsonObject json(Tx tx, OrgRow org, UserRow user) {
        String role = tx.members().member(org.id(), user.id()).map(Member::role).orElse(APP_MEMBER);
        return json(org).put("role", role).put("paid", false);
    }

    private static JsonObject json(OrgRow org) {
        return new JsonObject()
                .put("id", org.id().toString())
                .put("title", org.title())
                .put("created_at", AttrJson.time(org.createdAt()))
                .put("updated_at", AttrJson.time(org.updatedAt()));
    }
}
