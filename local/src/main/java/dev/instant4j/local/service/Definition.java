package dev.instant4j.local.service;

import dev.instant4j.local.service.WantedAttr.Name;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schema as clients write it, read the way the platform reads it: what it does not understand is left out.
 *
 * @param blobs without the attrs of the system catalog
 * @param links without those that equal one of the system catalog
 */
record Definition(List<WantedAttr> blobs, List<WantedAttr> links) {
    private static final Set<String> CHECKED_TYPES = Set.of("string", "number", "boolean", "date");
    private static final String ONE = "one";

    Definition {
        blobs = List.copyOf(blobs);
        links = List.copyOf(links);
    }

    /** Reads {@code json}, of which any part may be missing. */
    static Definition read(@Nullable Object json, SystemCatalog catalog) {
        if (json == null || Boolean.FALSE.equals(json)) {
            return new Definition(List.of(), List.of());
        }
        if (!(json instanceof JsonObject schema)) {
            throw Refusal.paramMalformed(json, "body", "schema");
        }
        List<WantedAttr> blobs = new ArrayList<>();
        members(schema, "entities").forEach(entity -> readEntity(entity.getKey(), entity.getValue(), catalog, blobs));
        Map<String, WantedAttr> links = new LinkedHashMap<>();
        members(schema, "links").stream()
                .map(entry -> readLink(entry.getValue()))
                .filter(link -> !isSystemLink(link, catalog))
                .forEach(link -> links.put(refKey(link.forward(), Objects.requireNonNull(link.reverse())), link));
        return new Definition(blobs, List.copyOf(links.values()));
    }

    /** Links of the same four names are one. */
    private static String refKey(Name forward, Name reverse) {
        return AppSchema.refKey(Stream.of(forward.etype(), forward.label(), reverse.etype(), reverse.label()));
    }

    private static void readEntity(String key, @Nullable Object entity, SystemCatalog catalog, List<WantedAttr> into) {
        String etype = cut(key);
        boolean isReserved = etype.startsWith("$") && !SystemCatalog.EDITABLE.contains(etype);
        if (entity instanceof JsonArray) {
            throw Refusal.paramMalformed(entity, "body", "schema", "entities", key);
        }
        for (Map.Entry<String, Object> attr : members(object(entity, "entities", key), "attrs")) {
            AttrName name = new AttrName(etype, cut(attr.getKey()));
            if (!isReserved && !catalog.hasName(name)) {
                into.add(readAttr(new AttrName(key, attr.getKey()), name, attr.getValue()));
            }
        }
    }

    /** The platform drops what is before the first slash of a key, but not when it looks for what an app has. */
    private static String cut(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private static WantedAttr readAttr(AttrName place, AttrName name, @Nullable Object json) {
        JsonObject attr = json instanceof JsonObject object ? object : new JsonObject();
        JsonObject config = attr.getValue("config") instanceof JsonObject object ? object : new JsonObject();
        String type = attr.getValue("valueType") instanceof String text && CHECKED_TYPES.contains(text) ? text : null;
        return new WantedAttr(
                place,
                Name.of(name),
                null,
                ONE,
                isTruthy(config.getValue("unique")),
                isTruthy(config.getValue("indexed")),
                Boolean.TRUE.equals(attr.getValue("required")),
                type,
                null,
                null);
    }

    private static WantedAttr readLink(@Nullable Object json) {
        JsonObject link = json instanceof JsonObject object ? object : new JsonObject();
        JsonObject forward = end(link, "forward");
        JsonObject reverse = end(link, "reverse");
        Name name = new Name(text(forward, "on"), text(forward, "label"));
        return new WantedAttr(
                name.complete(),
                name,
                new Name(text(reverse, "on"), text(reverse, "label")),
                text(forward, "has"),
                ONE.equals(reverse.getValue("has")),
                false,
                Boolean.TRUE.equals(forward.getValue("required")),
                null,
                text(forward, "onDelete"),
                text(reverse, "onDelete"));
    }

    /** A link with any further key does not count as one of the system's; comparing it later finds no difference. */
    private static boolean isSystemLink(WantedAttr link, SystemCatalog catalog) {
        Name reverse = link.reverse();
        boolean isPlain = !link.isRequired() && link.onDelete() == null && link.onDeleteReverse() == null;
        return isPlain && reverse != null && catalog.attrs().stream().anyMatch(attr -> isSame(attr, link, reverse));
    }

    private static boolean isSame(AttrRow attr, WantedAttr link, Name reverse) {
        return attr.reverse() != null
                && Name.of(attr.name()).equals(link.forward())
                && Name.of(attr.reverse().name()).equals(reverse)
                && attr.cardinality().equals(link.cardinality())
                && attr.constraints().isUnique() == link.isUnique();
    }

    private static JsonObject end(JsonObject link, String name) {
        return link.getValue(name) instanceof JsonObject end ? end : new JsonObject();
    }

    private static @Nullable String text(JsonObject json, String key) {
        return json.getValue(key) instanceof String text ? text : null;
    }

    private static List<Map.Entry<String, Object>> members(JsonObject json, String key) {
        return object(json.getValue(key), key).stream().toList();
    }

    /** Returns an object of a definition; nothing and an empty list count as an empty one. */
    private static JsonObject object(@Nullable Object json, String... path) {
        if (json instanceof JsonObject object) {
            return object;
        }
        if (json == null || (json instanceof JsonArray array && array.isEmpty())) {
            return new JsonObject();
        }
        List<String> place = new ArrayList<>(List.of("body", "schema"));
        place.addAll(List.of(path));
        throw Refusal.paramMalformed(json, place.toArray(String[]::new));
    }

    private static boolean isTruthy(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }

    /** Returns this definition as plans show it. */
    JsonObject newSchema() {
        JsonObject shownBlobs = new JsonObject();
        for (WantedAttr blob : blobs) {
            AttrName name = blob.place();
            AppSchema.labels(shownBlobs, name.entity()).put(name.label(), blob.shown());
        }
        JsonObject refs = new JsonObject();
        for (WantedAttr link : links) {
            Name reverse = link.reverse();
            if (reverse != null) {
                refs.put(refKey(link.forward(), reverse), link.shown());
            }
        }
        return new JsonObject().put("refs", refs).put("blobs", shownBlobs);
    }
}
