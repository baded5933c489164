package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.MemberStore.Invite;
import dev.instant4j.local.store.MemberStore.Member;
import dev.instant4j.local.store.RuleRow;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What some answers show of an app besides the app itself. */
final class AppDetails {
    static final Set<String> ALL = Set.of("schema", "perms");

    private final SystemCatalog catalog;
    private final RuleWriter rules;

    AppDetails(SystemCatalog catalog, RuleWriter rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    /** Adds the schema and the rules, as far as they are asked for. */
    JsonObject include(Tx tx, JsonObject json, UUID app, Set<String> wanted) {
        if (wanted.contains("schema")) {
            json.put("schema", AppSchema.of(tx, catalog, app).schemaJson());
        }
        if (wanted.contains("perms")) {
            json.put("perms", rules.code(tx, app));
        }
        return json;
    }

    /** Returns an app as dashboards show it to one of its users. */
    JsonObject rich(Tx tx, AppRow app, UserRow user) {
        @Nullable RuleRow row = tx.rules().of(app.id()).orElse(null);
        return AppJson.of(app)
                .put(
                        "admin_token",
                        tx.apps().adminToken(app.id()).map(UUID::toString).orElse(null))
                .put("rules", row == null ? null : new JsonObject(row.code()))
                .put("rules_version", row == null ? null : row.version())
                .put("org", org(tx, app.orgId()))
                .put("user_app_role", role(tx, app, user))
                .put("pro", false)
                .put("members", members(tx, app.id()))
                .put("invites", invites(tx, app.id()))
                .put("webhooks", WebhookJson.all(tx, AppSchema.of(tx, catalog, app.id()), app.id()))
                .put("magic_code_email_template", MailTemplateService.shown(tx, app.id()));
    }

    /** Returns an app as the dashboard itself shows it: with the status it has in effect. */
    JsonObject effective(Tx tx, AppRow app, UserRow user) {
        return rich(tx, app, user).put("effective_status", app.status());
    }

    private static @Nullable JsonObject org(Tx tx, @Nullable UUID id) {
        return id == null
                ? null
                : tx.orgs()
                        .byId(id)
                        .map(org -> new JsonObject().put("id", id.toString()).put("title", org.title()))
                        .orElse(null);
    }

    private static @Nullable String role(Tx tx, AppRow app, UserRow user) {
        if (user.id().equals(app.creatorId())) {
            return Role.OWNER.word();
        }
        return tx.members().member(app.id(), user.id()).map(Member::role).orElse(null);
    }

    static JsonArray members(Tx tx, UUID group) {
        return new JsonArray(tx.members().of(group).stream()
                .map(member -> new JsonObject()
                        .put("id", member.id().toString())
                        .put("email", member.email())
                        .put("role", member.role()))
                .toList());
    }

    static JsonArray invites(Tx tx, UUID group) {
        return new JsonArray(tx.members().invites(group).stream()
                .map(invite -> new JsonObject()
                        .put("id", invite.id().toString())
                        .put("email", invite.email())
                        .put("role", invite.role())
                        .put("status", invite.status())
                        .put("sent_at", AttrJson.preciseTime(invite.sentAt()))
                        .put("expired", isExpired(tx, invite)))
                .toList());
    }

    static boolean isExpired(Tx tx, Invite invite) {
        return tx.now() > invite.sentAt() + Invites.LIFETIME.toMillis();
    }
}
