package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Apps as answers show them. */
final class AppJson {
    private AppJson() {}

    static JsonObject of(AppRow app) {
        return new JsonObject()
                .put("id", app.id().toString())
                .put("title", app.title())
                .put("creator_id", text(app.creatorId()))
                .put("org_id", text(app.orgId()))
                .put("created_at", AttrJson.time(app.createdAt()))
                .put("status", app.status())
                .put("subscription_id", null)
                .put("connection_string", null)
                .put("deletion_marked_at", AttrJson.time(app.deletionMarkedAt()))
                .put("magic_code_expiry_minutes", app.magicCodeExpiryMinutes());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
