package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrRow.Constraints;
import dev.instant4j.local.store.AttrRow.Deletion;
import dev.instant4j.local.store.InferredType;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import dev.instant4j.model.StoredAttr.Running;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attrs as answers show them. */
final class AttrJson {
    static final String ON_DELETE = "on-delete";
    static final String ON_DELETE_REVERSE = "on-delete-reverse";

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

    private AttrJson() {}

    /** Returns an attr of an app. */
    static JsonObject of(AttrRow attr) {
        JsonObject json = new JsonObject()
                .put("id", attr.id().toString())
                .put("forward-identity", identity(attr.forward()))
                .put("value-type", attr.valueType())
                .put("cardinality", attr.cardinality())
                .put("unique?", attr.constraints().isUnique())
                .put("index?", attr.constraints().isIndexed())
                .put("required?", attr.constraints().isRequired())
                .put("inferred-types", inferred(attr.inferredTypes()))
                .put("catalog", "user");
        putIfSet(json, "reverse-identity", attr.reverse() == null ? null : identity(attr.reverse()));
        putIfSet(json, "checked-data-type", attr.constraints().checkedDataType());
        putIfSet(json, ON_DELETE, attr.onDelete());
        putIfSet(json, ON_DELETE_REVERSE, attr.onDeleteReverse());
        putRunning(json, attr.running());
        putDeletion(json, attr.deletion());
        return json;
    }

    static JsonArray identity(Ident ident) {
        return new JsonArray()
                .add(ident.id().toString())
                .add(ident.name().entity())
                .add(ident.name().label());
    }

    /** Returns a time as rows show it: with seconds. */
    static @Nullable String time(@Nullable Long epochMillis) {
        return epochMillis == null
                ? null
                : Instant.ofEpochMilli(epochMillis)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }

    /** Returns a time as the database of the real platform writes it into JSON: with microseconds, without a zone. */
    static String preciseTime(long epochMillis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(epochMillis), ZoneOffset.UTC)
                .format(MICROSECONDS);
    }

    private static @Nullable JsonArray inferred(List<InferredType> types) {
        if (types.isEmpty()) {
            return null;
        }
        return new JsonArray(
                types.stream().map(type -> type.name().toLowerCase(Locale.ROOT)).toList());
    }

    private static void putIfSet(JsonObject json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static void putRunning(JsonObject json, Running running) {
        putIfSet(json, "indexing?", running.isIndexing() ? true : null);
        putIfSet(json, "setting-unique?", running.isSettingUnique() ? true : null);
        putIfSet(json, "checking-data-type?", running.isCheckingType() ? true : null);
    }

    private static void putDeletion(JsonObject json, @Nullable Deletion deletion) {
        if (deletion != null) {
            json.put("deletion-marked-at", time(deletion.markedAt()));
            json.put("metadata", new JsonObject(deletion.metadata()));
        }
    }

    /** Reads an attr of the system catalog. */
    static AttrRow systemAttr(JsonObject json) {
        JsonArray reverse = json.getJsonArray("reverse-identity");
        return new AttrRow(
                UUID.fromString(json.getString("id")),
                ident(json.getJsonArray("forward-identity")),
                reverse == null ? null : ident(reverse),
                json.getString("value-type"),
                json.getString("cardinality"),
                new Constraints(
                        json.getBoolean("unique?"),
                        json.getBoolean("index?"),
                        json.getBoolean("required?"),
                        json.getString("checked-data-type")),
                json.getString(ON_DELETE),
                json.getString(ON_DELETE_REVERSE),
                List.of(),
                Running.NOTHING,
                null);
    }

    private static Ident ident(JsonArray identity) {
        return new Ident(
                UUID.fromString(identity.getString(0)), new AttrName(identity.getString(1), identity.getString(2)));
    }
}
