package dev.instant4j.local.store;

import dev.instant4j.local.store.AttrRow.Constraints;
import dev.instant4j.local.store.AttrRow.Deletion;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import dev.instant4j.model.StoredAttr.Running;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attrs of apps, and the names in use. Attrs of the system catalog are not kept here. */
public final class AttrStore {
    private final Sql sql;

    AttrStore(Sql sql) {
        this.sql = sql;
    }

    /** Returns the attrs of an app that are not deleted, the oldest first. */
    public List<AttrRow> live(UUID app) {
        return sql.list(
                "SELECT * FROM attrs WHERE app_id = ? AND deletion_marked_at IS NULL ORDER BY rowid",
                AttrStore::attr,
                app);
    }

    /** Returns the deleted attrs of an app that are not forgotten yet. */
    public List<AttrRow> deleted(UUID app) {
        return sql.list(
                "SELECT * FROM attrs WHERE app_id = ? AND deletion_marked_at IS NOT NULL ORDER BY deletion_marked_at",
                AttrStore::attr,
                app);
    }

    /** Returns the attr of that id, deleted or not. */
    public Optional<AttrRow> byId(UUID app, UUID id) {
        return sql.first("SELECT * FROM attrs WHERE app_id = ? AND id = ?", AttrStore::attr, app, id);
    }

    /** Adds the attr without its idents. */
    public void add(UUID app, AttrRow attr) {
        sql.update(
                "INSERT INTO attrs (forward_ident, etype, label, reverse_ident, reverse_etype, reverse_label,"
                        + " value_type, cardinality, is_unique, is_indexed, is_required, checked_data_type, on_delete,"
                        + " on_delete_reverse, is_indexing, is_setting_unique, is_checking_type, deletion_marked_at,"
                        + " metadata, app_id, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(app, attr));
    }

    /** Puts a name of an attr in use. */
    public void addIdent(UUID app, UUID attr, Ident ident) {
        sql.update(
                "INSERT INTO idents (app_id, id, attr_id, etype, label) VALUES (?, ?, ?, ?, ?)",
                app,
                ident.id(),
                attr,
                ident.name().entity(),
                ident.name().label());
    }

    /** Keeps everything about an attr but its idents and inferred types. */
    public void update(UUID app, AttrRow attr) {
        sql.update(
                "UPDATE attrs SET forward_ident = ?, etype = ?, label = ?, reverse_ident = ?, reverse_etype = ?,"
                        + " reverse_label = ?, value_type = ?, cardinality = ?, is_unique = ?, is_indexed = ?,"
                        + " is_required = ?, checked_data_type = ?, on_delete = ?, on_delete_reverse = ?,"
                        + " is_indexing = ?, is_setting_unique = ?, is_checking_type = ?, deletion_marked_at = ?,"
                        + " metadata = ? WHERE app_id = ? AND id = ?",
                values(app, attr));
    }

    /** Notes that values of that type were seen. */
    public void infer(UUID app, UUID attr, InferredType type) {
        sql.update(
                "UPDATE attrs SET inferred_types = inferred_types | ? WHERE app_id = ? AND id = ?",
                type.bit(),
                app,
                attr);
    }

    /** Returns the id of the ident that has a name. */
    public Optional<UUID> identOf(UUID app, AttrName name) {
        return sql.first(
                "SELECT id FROM idents WHERE app_id = ? AND etype = ? AND label = ?",
                row -> row.uuid("id"),
                app,
                name.entity(),
                name.label());
    }

    /** A name in use, and the attr that it belongs to. */
    public record StoredIdent(UUID attr, AttrName name) {}

    /** Returns the ident of that id. */
    public Optional<StoredIdent> ident(UUID app, UUID ident) {
        return sql.first(
                "SELECT attr_id, etype, label FROM idents WHERE app_id = ? AND id = ?",
                row -> new StoredIdent(row.uuid("attr_id"), new AttrName(row.text("etype"), row.text("label"))),
                app,
                ident);
    }

    public void renameIdent(UUID app, UUID ident, AttrName name) {
        sql.update(
                "UPDATE idents SET etype = ?, label = ? WHERE app_id = ? AND id = ?",
                name.entity(),
                name.label(),
                app,
                ident);
    }

    /** Removes for good the attrs that were marked as deleted before a time, with their names and data. */
    public void forgetDeletedBefore(long time) {
        String forgotten = " WHERE (app_id, %s) IN (SELECT app_id, id FROM attrs WHERE deletion_marked_at < ?)";
        sql.update("DELETE FROM triples" + forgotten.replace("%s", "attr_id"), time);
        sql.update("DELETE FROM idents" + forgotten.replace("%s", "attr_id"), time);
        sql.update("DELETE FROM attrs WHERE deletion_marked_at < ?", time);
    }

    private static @Nullable Object[] values(UUID app, AttrRow attr) {
        Ident reverse = attr.reverse();
        Constraints constraints = attr.constraints();
        Deletion deletion = attr.deletion();
        return new @Nullable Object[] {
            attr.forward().id(),
            attr.name().entity(),
            attr.name().label(),
            reverse == null ? null : reverse.id(),
            reverse == null ? null : reverse.name().entity(),
            reverse == null ? null : reverse.name().label(),
            attr.valueType(),
            attr.cardinality(),
            constraints.isUnique(),
            constraints.isIndexed(),
            constraints.isRequired(),
            constraints.checkedDataType(),
            attr.onDelete(),
            attr.onDeleteReverse(),
            attr.running().isIndexing(),
            attr.running().isSettingUnique(),
            attr.running().isCheckingType(),
            deletion == null ? null : deletion.markedAt(),
            deletion == null ? null : deletion.metadata(),
            app,
            attr.id()
        };
    }

    private static AttrRow attr(Row row) throws SQLException {
        return new AttrRow(
                row.uuid("id"),
                new Ident(row.uuid("forward_ident"), new AttrName(row.text("etype"), row.text("label"))),
                reverse(row),
                row.text("value_type"),
                row.text("cardinality"),
                new Constraints(
                        row.flag("is_unique"),
                        row.flag("is_indexed"),
                        row.flag("is_required"),
                        row.textOrNull("checked_data_type")),
                row.textOrNull("on_delete"),
                row.textOrNull("on_delete_reverse"),
                InferredType.ofBits(row.number("inferred_types")),
                new Running(row.flag("is_indexing"), row.flag("is_setting_unique"), row.flag("is_checking_type")),
                deletion(row));
    }

    private static @Nullable Ident reverse(Row row) throws SQLException {
        UUID id = row.uuidOrNull("reverse_ident");
        return id == null ? null : new Ident(id, new AttrName(row.text("reverse_etype"), row.text("reverse_label")));
    }

    private static @Nullable Deletion deletion(Row row) throws SQLException {
        Long markedAt = row.numberOrNull("deletion_marked_at");
        return markedAt == null ? null : new Deletion(markedAt, row.text("metadata"));
    }
}
