package dev.instant4j.wire;

import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Has;
import dev.instant4j.model.Ident;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.ValueType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attrs as a platform lists them. */
public final class AttrJson {

    private AttrJson() {}

    /** Returns the attrs as a platform lists them. */
    public static JsonArray encode(Attrs attrs) {
        JsonArray array = new JsonArray();
        attrs.all().forEach(attr -> array.add(encode(attr)));
        return array;
    }

    /** Returns the attr as a platform shows it: what is not set is absent, but for types never seen, which are null. */
    public static JsonObject encode(StoredAttr attr) {
        JsonObject json = essentials(attr)
                .put("catalog", attr.isSystem() ? "system" : "user")
                .put("inferred-types", inferredTypes(attr));
        if (attr.reverse() != null) {
            json.put("reverse-identity", identity(attr.reverse()));
        }
        if (attr.checkedType() != null) {
            json.put("checked-data-type", Words.of(attr.checkedType()));
        }
        putRunning(json, attr.running());
        return json;
    }

    /** Returns the attr as a platform wants it in a step that adds it: complete, with nulls for what is not set. */
    static JsonObject encodeNew(StoredAttr attr) {
        return essentials(attr)
                .put("reverse-identity", attr.reverse() == null ? null : identity(attr.reverse()))
                .put("checked-data-type", attr.checkedType() == null ? null : Words.of(attr.checkedType()))
                .put("catalog", "user")
                .putNull("inferred-types");
    }

    /** Returns the attrs of a list of them. */
    public static Attrs decodeAll(JsonCursor attrs) {
        return Attrs.of(attrs.elements(AttrJson::decode));
    }

    /** Returns the attr that a platform shows, or that a step adds. */
    public static StoredAttr decode(JsonCursor attr) {
        return new StoredAttr(
                new AttrId(attr.member("id").uuid()),
                ident(attr.member("forward-identity")),
                attr.optional("reverse-identity").map(AttrJson::ident).orElse(null),
                attr.member("value-type").word(ValueType.class),
                attr.member("cardinality").word(Has.class),
                attr.member("unique?").bool(),
                attr.member("index?").bool(),
                is(attr, "required?"),
                attr.optional("checked-data-type")
                        .map(type -> type.word(DataType.class))
                        .orElse(null),
                attr.optional("inferred-types")
                        .map(types -> types.<String>elements(JsonCursor::text))
                        .orElse(List.of()),
                attr.optional("catalog")
                        .map(catalog -> catalog.text().equals("system"))
                        .orElse(false),
                attr.optional("on-delete")
                        .map(rule -> rule.word(OnDelete.class))
                        .orElse(null),
                attr.optional("on-delete-reverse")
                        .map(rule -> rule.word(OnDelete.class))
                        .orElse(null),
                new StoredAttr.Running(
                        is(attr, "indexing?"), is(attr, "setting-unique?"), is(attr, "checking-data-type?")));
    }

    static JsonArray identity(Ident ident) {
        return new JsonArray()
                .add(ident.id().toString())
                .add(ident.name().entity())
                .add(ident.name().label());
    }

    static Ident ident(JsonCursor identity) {
        return new Ident(
                identity.element(0).uuid(),
                new AttrName(identity.element(1).text(), identity.element(2).text()));
    }

    private static JsonObject essentials(StoredAttr attr) {
        JsonObject json = new JsonObject()
                .put("id", attr.id().toString())
                .put("forward-identity", identity(attr.forward()))
                .put("value-type", Words.of(attr.valueType()))
                .put("cardinality", Words.of(attr.has()))
                .put("unique?", attr.isUnique())
                .put("index?", attr.isIndexed())
                .put("required?", attr.isRequired());
        if (attr.onDelete() != null) {
            json.put("on-delete", Words.of(attr.onDelete()));
        }
        if (attr.onDeleteReverse() != null) {
            json.put("on-delete-reverse", Words.of(attr.onDeleteReverse()));
        }
        return json;
    }

    private static @Nullable JsonArray inferredTypes(StoredAttr attr) {
        return attr.inferredTypes().isEmpty() ? null : new JsonArray(attr.inferredTypes());
    }

    private static void putRunning(JsonObject json, StoredAttr.Running running) {
        if (running.isIndexing()) {
            json.put("indexing?", true);
        }
        if (running.isSettingUnique()) {
            json.put("setting-unique?", true);
        }
        if (running.isCheckingType()) {
            json.put("checking-data-type?", true);
        }
    }

    private static boolean is(JsonCursor attr, String flag) {
        return attr.optional(flag).map(JsonCursor::bool).orElse(false);
    }
}
