package dev.instant4j.local.store;

import io.vertx.core.json.JsonArray;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is to be told of changes. */
public final class WebhookStore {
    private final Sql sql;

    WebhookStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A webhook as it is kept.
     *
     * @param idAttrs the attrs that mark the entities it is about
     * @param actions words for kinds of changes
     * @param createdAt epoch milliseconds, as is the other time
     */
    public record WebhookRow(
            UUID id,
            String url,
            List<UUID> idAttrs,
            List<String> actions,
            boolean isActive,
            @Nullable String disabledReason,
            long createdAt,
            long updatedAt) {

        public WebhookRow {
            idAttrs = List.copyOf(idAttrs);
            actions = List.copyOf(actions);
        }

        public WebhookRow with(String newUrl, List<UUID> newIdAttrs, List<String> newActions) {
            return new WebhookRow(id, newUrl, newIdAttrs, newActions, isActive, disabledReason, createdAt, updatedAt);
        }

        public WebhookRow active() {
            return new WebhookRow(id, url, idAttrs, actions, true, null, createdAt, updatedAt);
        }

        public WebhookRow disabled(@Nullable String reason) {
            return new WebhookRow(id, url, idAttrs, actions, false, reason, createdAt, updatedAt);
        }

        public WebhookRow changedAt(long now) {
            return new WebhookRow(id, url, idAttrs, actions, isActive, disabledReason, createdAt, now);
        }
    }

    /** Returns the webhooks of an app, the newest first. */
    public List<WebhookRow> of(UUID app) {
        return sql.list("SELECT * FROM webhooks WHERE app_id = ? ORDER BY seq DESC", WebhookStore::webhook, app);
    }

    public Optional<WebhookRow> byId(UUID app, UUID id) {
        return sql.first("SELECT * FROM webhooks WHERE app_id = ? AND id = ?", WebhookStore::webhook, app, id);
    }

    public void add(UUID app, WebhookRow webhook) {
        sql.update(
                "INSERT INTO webhooks (id, app_id, url, id_attrs, actions, is_active, disabled_reason, created_at,"
                        + " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                webhook.id(),
                app,
                webhook.url(),
                list(webhook.idAttrs().stream().map(UUID::toString).toList()),
                list(webhook.actions()),
                webhook.isActive(),
                webhook.disabledReason(),
                webhook.createdAt(),
                webhook.updatedAt());
    }

    /** Keeps what has become of a webhook. */
    public void update(WebhookRow webhook) {
        sql.update(
                "UPDATE webhooks SET url = ?, id_attrs = ?, actions = ?, is_active = ?, disabled_reason = ?,"
                        + " updated_at = ? WHERE id = ?",
                webhook.url(),
                list(webhook.idAttrs().stream().map(UUID::toString).toList()),
                list(webhook.actions()),
                webhook.isActive(),
                webhook.disabledReason(),
                webhook.updatedAt(),
                webhook.id());
    }

    public void remove(UUID id) {
        sql.update("DELETE FROM webhooks WHERE id = ?", id);
    }

    private static String list(List<String> words) {
        return new JsonArray(words).encode();
    }

    private static List<String> words(String list) {
        return new JsonArray(list).stream().map(String::valueOf).toList();
    }

    private static WebhookRow webhook(Row row) throws SQLException {
        return new WebhookRow(
                row.uuid("id"),
                row.text("url"),
                words(row.text("id_attrs")).stream().map(UUID::fromString).toList(),
                words(row.text("actions")),
                row.flag("is_active"),
                row.textOrNull("disabled_reason"),
                row.number("created_at"),
                row.number("updated_at"));
    }
}
