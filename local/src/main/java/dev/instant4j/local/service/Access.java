package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.OrgStore.OrgRow;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Decides who may do what with an app. */
final class Access {
    private static final String WRONG_TOKEN =
            "This admin token may be expired or invalid." + " Or you may have provided an incorrect app ID.";
    private static final String NO_MEMBERS = "The plan for your app or organization does not support multiple members.";

    private final Identity identity;

    Access(Identity identity) {
        this.identity = identity;
    }

    /** Returns the app that {@code credential} may manage: as its admin token, or as a user with a role. */
    AppRow managed(Tx tx, UUID appId, Credential credential, Need need) {
        Optional<AppRow> owned =
                credential instanceof Credential.Uuid uuid ? tx.apps().byAdminToken(uuid.token()) : Optional.empty();
        if (owned.isEmpty()) {
            return ofUser(tx, appId, identity.any(tx, credential, need.scope()), need.role());
        }
        if (!owned.get().id().equals(appId)) {
            throw Refusal.of(
                    "validation-failed",
                    "This admin token does not belong to app " + appId + ". Admin tokens are bound to a single app."
                            + " Use a personal access token to manage other apps.",
                    new JsonObject().put("reason", "admin-token-mismatch"));
        }
        return owned.get();
    }

    /**
     * Returns the living app in which a user has at least that role. Members other than owners are let in by paid plans
     * only, and here there are none.
     */
    AppRow ofUser(Tx tx, UUID appId, UserRow user, Role least) {
        AppRow app = living(tx, appId);
        List<Role> roles = roles(tx, app, user);
        if (roles.isEmpty()) {
            throw Refusal.invalid("user-role", null, "User is missing role " + least.word() + ".");
        }
        if (roles.stream().noneMatch(role -> role.includes(least))) {
            mustInclude(roles.get(0), least);
        }
        if (!roles.contains(Role.OWNER)) {
            throw Refusal.of("permission-denied", NO_MEMBERS, null);
        }
        return app;
    }

    static void mustInclude(Role role, Role least) {
        if (!role.includes(least)) {
            throw Refusal.permissionDenied(role.word(), "allowed-member-role?");
        }
    }

    static AppRow living(Tx tx, UUID appId) {
        return tx.apps()
                .byId(appId)
                .filter(app -> app.deletionMarkedAt() == null)
                .orElseThrow(() -> Refusal.recordNotFound("app", "id", appId.toString()));
    }

    /** Tells whether a user is anything to an app or to its org. */
    static boolean isMember(Tx tx, AppRow app, UserRow user) {
        return !roles(tx, app, user).isEmpty();
    }

    /** Returns what a user is to an app, and then what to its org. */
    private static List<Role> roles(Tx tx, AppRow app, UserRow user) {
        Stream<Role> asCreator = Stream.of(Role.OWNER).filter(owner -> user.id().equals(app.creatorId()));
        Stream<Role> asMember = Stream.concat(Stream.of(app.id()), Stream.ofNullable(app.orgId()))
                .flatMap(group -> tx.members().member(group, user.id()).stream())
                .flatMap(member -> Role.ofWord(member.role()).stream());
        return Stream.concat(asCreator, asMember).toList();
    }

    /** Returns the org in which a user has at least that role. */
    static OrgRow org(Tx tx, UUID orgId, UserRow user, Role least) {
        mustInclude(orgRole(tx, orgId, user), least);
        return tx.orgs().byId(orgId).orElseThrow(() -> unknownOrg(orgId, user));
    }

    /** Returns what a user is to an org. */
    static Role orgRole(Tx tx, UUID orgId, UserRow user) {
        return tx.members()
                .member(orgId, user.id())
                .flatMap(member -> Role.ofWord(member.role()))
                .orElseThrow(() -> unknownOrg(orgId, user));
    }

    private static Refusal unknownOrg(UUID orgId, UserRow user) {
        JsonObject argument =
                new JsonObject().put("user-id", user.id().toString()).put("org-id", orgId.toString());
        return Refusal.recordNotFound("org", new JsonObject().put("args", new JsonArray().add(argument)));
    }

    /** Returns the app whose data {@code credential} may read and write past all rules. */
    AppRow administered(Tx tx, UUID appId, Credential credential, Scope scope) {
        if (credential instanceof Credential.Uuid admin) {
            return tx.apps()
                    .byAdminToken(admin.token())
                    .filter(app -> app.id().equals(appId))
                    .orElseThrow(() -> wrongToken(appId, admin.token().toString()));
        }
        UserRow user = identity.any(tx, credential, scope);
        AppRow app = living(tx, appId);
        if (!user.id().equals(app.creatorId())) {
            throw wrongToken(appId, credential.toString());
        }
        return app;
    }

    /** Tells the caller which token it was that it sent, as the real platform does. */
    private static Refusal wrongToken(UUID appId, String token) {
        JsonObject argument = new JsonObject().put("app-id", appId.toString()).put("token", token);
        return Refusal.recordNotFound(
                "app-admin-token",
                new JsonObject().put("args", new JsonArray().add(argument)).put("message", WRONG_TOKEN));
    }
}
