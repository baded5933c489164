package dev.instant4j.local.service;

import dev.instant4j.local.store.MemberStore.Invite;
import dev.instant4j.local.store.MemberStore.Member;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Who belongs to apps and orgs, who is invited, and who gets an app. Futures fail with {@link Refusal}. */
public final class MemberService {
    private static final String NO_OWNER = "There must be at least one member of the org that is an owner.";

    private final Store store;
    private final Identity identity;
    private final Access access;
    private final Invites invites;
    private final IdSource ids;

    MemberService(Store store, Identity identity, Access access, IdSource ids) {
        this.store = store;
        this.identity = identity;
        this.access = access;
        this.invites = new Invites(ids);
        this.ids = ids;
    }

    /** An app or an org that has members. */
    public record Group(UUID id, boolean isOrg) {

        public static Group app(UUID id) {
            return new Group(id, false);
        }

        public static Group org(UUID id) {
            return new Group(id, true);
        }
    }

    /** Invites the body's address to a group. */
    public Future<JsonObject> invite(Group group, Credential credential, Params body) {
        return store.write(tx -> {
            caller(tx, group, credential, Role.ADMIN);
            UserRow user = identity.loggedIn(tx, credential);
            String email = body.email("invitee-email");
            invites.send(tx, group.id(), group.isOrg(), user, email, role(body).word());
            return new JsonObject();
        });
    }

    /** Withdraws the body's invite to a group, if it is pending. */
    public Future<JsonObject> revokeInvite(Group group, Credential credential, Params body) {
        return store.write(tx -> {
            UUID id = body.uuid("invite-id");
            caller(tx, group, credential, Role.ADMIN);
            tx.members()
                    .invite(id)
                    .filter(invite ->
                            invite.group().equals(group.id()) && invite.status().equals(Invites.PENDING))
                    .ifPresent(invite -> tx.members().setStatus(id, Invites.REVOKED));
            return new JsonObject();
        });
    }

    /** Removes the body's member from a group: nobody who is more there than the caller. */
    public Future<JsonObject> remove(Group group, Credential credential, Params body) {
        return store.write(tx -> {
            UUID id = body.uuid("id");
            Role caller = caller(tx, group, credential, Role.COLLABORATOR);
            Member member = member(tx, group, id);
            Access.mustInclude(caller, role(member));
            mustKeepAnOwner(tx, group, member);
            tx.members().remove(member.id());
            return new JsonObject();
        });
    }

    /** Gives the body's member of a group another role: nothing more than the caller is there. */
    public Future<JsonObject> update(Group group, Credential credential, Params body) {
        return store.write(tx -> {
            UUID id = body.uuid("id");
            Role wanted = role(body);
            Role caller = caller(tx, group, credential, Role.ADMIN);
            Member member = member(tx, group, id);
            Access.mustInclude(caller, wanted);
            Access.mustInclude(caller, role(member));
            if (wanted != Role.OWNER) {
                mustKeepAnOwner(tx, group, member);
            }
            tx.members().setRole(member.id(), wanted.word());
            return new JsonObject();
        });
    }

    private static void mustKeepAnOwner(Tx tx, Group group, Member leaving) {
        boolean staysOwned = tx.members().of(group.id()).stream()
                .anyMatch(member -> role(member) == Role.OWNER && !member.id().equals(leaving.id()));
        if (group.isOrg() && !staysOwned) {
            throw Refusal.of("validation-failed", NO_OWNER, null);
        }
    }

    /** Offers a personal app to the body's address, which becomes its creator by accepting. */
    public Future<JsonObject> sendTransfer(UUID appId, Credential credential, Params body) {
        return store.write(tx -> {
            UserRow user = owner(tx, appId, credential);
            String email = body.email("dest_email");
            Invite invite = invites.send(tx, appId, false, user, email, Invites.CREATOR);
            return new JsonObject().put("id", invite.id().toString());
        });
    }

    /** Withdraws such an offer and returns how many there were. */
    public Future<JsonObject> revokeTransfer(UUID appId, Credential credential, Params body) {
        return store.write(tx -> {
            UserRow user = owner(tx, appId, credential);
            String email = body.email("dest_email");
            List<Invite> pending = tx.members().invites(appId).stream()
                    .filter(invite ->
                            invite.email().equals(email) && invite.inviter().equals(user.id()))
                    .filter(invite -> invite.role().equals(Invites.CREATOR)
                            && invite.status().equals(Invites.PENDING))
                    .toList();
            pending.forEach(invite -> tx.members().setStatus(invite.id(), Invites.REVOKED));
            return new JsonObject().put("count", pending.size());
        });
    }

    /** Accepts the body's invite. */
    public Future<JsonObject> accept(Credential credential, Params body) {
        return store.write(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            Invite invite = Invites.open(tx, body.uuid("invite-id"));
            Invites.mustBeAcceptable(tx, invite, user);
            if (invite.role().equals(Invites.CREATOR)) {
                tx.apps().update(Access.living(tx, invite.group()).withOwner(user.id(), null));
            } else {
                join(tx, invite, user);
            }
            tx.members().setStatus(invite.id(), Invites.ACCEPTED);
            return new JsonObject();
        });
    }

    /** Declines the body's invite. */
    public Future<JsonObject> decline(Credential credential, Params body) {
        return store.write(tx -> {
            UserRow user = identity.loggedIn(tx, credential);
            Invite invite = Invites.open(tx, body.uuid("invite-id"));
            if (!invite.email().equals(user.email())) {
                throw Refusal.permissionDenied(invite.id().toString(), "declinable?");
            }
            tx.members().setStatus(invite.id(), Invites.REVOKED);
            return new JsonObject();
        });
    }

    private void join(Tx tx, Invite invite, UserRow user) {
        if (tx.members().member(invite.group(), user.id()).isPresent()) {
            throw Refusal.notUnique(record(invite.isOrg()));
        }
        Member member = new Member(ids.next(), invite.group(), user.id(), user.email(), invite.role());
        tx.members().add(member, tx.now());
    }

    /** Returns what the caller is to a group, if it is at least {@code least}. */
    private Role caller(Tx tx, Group group, Credential credential, Role least) {
        UserRow user = identity.loggedIn(tx, credential);
        if (group.isOrg()) {
            Access.org(tx, group.id(), user, least);
            return Access.orgRole(tx, group.id(), user);
        }
        access.ofUser(tx, group.id(), user, least);
        return Role.OWNER;
    }

    private UserRow owner(Tx tx, UUID appId, Credential credential) {
        if (credential instanceof Credential.Platform) {
            throw Refusal.missingScope("apps-transfer");
        }
        UserRow user = identity.ofApi(tx, credential, Scope.APPS_WRITE);
        access.ofUser(tx, appId, user, Role.OWNER);
        return user;
    }

    private static Member member(Tx tx, Group group, UUID id) {
        return tx.members()
                .byId(id)
                .filter(member -> member.group().equals(group.id()))
                .orElseThrow(() -> Refusal.recordNotFound(
                        record(group.isOrg()),
                        new JsonObject().put("params", new JsonObject().put("id", id.toString()))));
    }

    private static String record(boolean isOrg) {
        return isOrg ? "org-member" : "app-member";
    }

    private static Role role(Member member) {
        return Role.ofWord(member.role()).orElse(Role.COLLABORATOR);
    }

    private static Role role(Params body) {
        String word = body.text("role");
        return Role.ofWord(word).orElseThrow(() -> Refusal.invalidPlainly("role", word, "Invalid role"));
    }
}
