package dev.instant4j.local.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes an answer as briefly as recordings do: attrs of the system catalog by name, repeated attrs by id. */
final class ShortForms {
    private static final String SYSTEM = "$system";
    private static final String IDENTITY = "forward-identity";

    private final Map<JsonObject, String> system = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Set<String>> visibleBlobs = new LinkedHashMap<>();
    private final Set<String> visibleRefs = new HashSet<>();

    /**
     * @param catalog the attrs by name as lists show them, and the visible ones as schemas do
     */
    ShortForms(JsonObject catalog) {
        for (Map.Entry<String, Object> attr : catalog.getJsonObject("attrs")) {
            system.put(withoutInferred((JsonObject) attr.getValue()), attr.getKey());
            names.add(attr.getKey());
        }
        for (Map.Entry<String, Object> attr : catalog.getJsonObject("shown")) {
            JsonObject json = (JsonObject) attr.getValue();
            system.put(withoutInferred(json), attr.getKey());
            if (json.getString("value-type").equals("ref")) {
                visibleRefs.add(attr.getKey());
            } else {
                String etype = json.getJsonArray(IDENTITY).getString(1);
                visibleBlobs.computeIfAbsent(etype, none -> new HashSet<>()).add(attr.getKey());
            }
        }
    }

    private static JsonObject withoutInferred(JsonObject attr) {
        JsonObject copy = attr.copy();
        copy.remove("inferred-types");
        return copy;
    }

    /** Returns {@code answer} in short; the catalog itself may be shown in full. */
    @Nullable
    Object of(@Nullable Object answer, boolean showsCatalog) {
        Object shortened = showsCatalog ? answer : shorten(answer);
        if (shortened instanceof JsonObject object) {
            share(object, "current-attrs", "current-schema");
            share(object, "attrs", "schema");
        }
        return shortened;
    }

    private @Nullable Object shorten(@Nullable Object json) {
        if (json instanceof JsonObject object) {
            return shortObject(object);
        }
        if (json instanceof JsonArray array) {
            JsonArray all = new JsonArray();
            array.forEach(element -> all.add(shorten(element)));
            return withoutCatalog(all);
        }
        return json;
    }

    private JsonObject shortObject(JsonObject object) {
        String name = "system".equals(object.getValue("catalog")) ? system.get(withoutInferred(object)) : null;
        if (name != null) {
            return new JsonObject().put(SYSTEM, name);
        }
        JsonObject all = new JsonObject();
        object.forEach(entry -> all.put(entry.getKey(), shorten(entry.getValue())));
        if (all.size() == 2
                && all.getValue("blobs") instanceof JsonObject blobs
                && all.getValue("refs") instanceof JsonObject refs) {
            visibleBlobs.forEach((etype, labels) -> {
                if (blobs.getValue(etype) instanceof JsonObject attrs) {
                    blobs.put(etype, withoutVisible(attrs, labels));
                }
            });
            all.put("refs", withoutVisible(refs, visibleRefs));
        }
        return all;
    }

    private static JsonObject withoutVisible(JsonObject attrs, Set<String> expected) {
        Set<String> found = new HashSet<>();
        JsonObject rest = new JsonObject();
        for (Map.Entry<String, Object> attr : attrs) {
            if (attr.getValue() instanceof JsonObject json && json.size() == 1 && json.containsKey(SYSTEM)) {
                found.add(json.getString(SYSTEM));
            } else {
                rest.put(attr.getKey(), attr.getValue());
            }
        }
        return found.equals(expected) ? rest.put(SYSTEM, "all") : attrs;
    }

    private JsonArray withoutCatalog(JsonArray list) {
        Set<String> found = new HashSet<>();
        JsonArray rest = new JsonArray();
        for (Object element : list) {
            if (element instanceof JsonObject json && json.size() == 1 && json.containsKey(SYSTEM)) {
                found.add(json.getString(SYSTEM));
            } else {
                rest.add(element);
            }
        }
        return found.equals(names) ? rest.add(new JsonObject().put(SYSTEM, "all " + names.size())) : list;
    }

    private static void share(JsonObject answer, String list, String schema) {
        if (!(answer.getValue(list) instanceof JsonArray attrs
                && answer.getValue(schema) instanceof JsonObject shown)) {
            return;
        }
        Map<String, Object> known = new HashMap<>();
        attrs.stream()
                .filter(attr -> attr instanceof JsonObject json && json.containsKey("id"))
                .forEach(attr -> known.put(((JsonObject) attr).getString("id"), attr));
        shown.getJsonObject("blobs", new JsonObject()).forEach(etype -> shareIn((JsonObject) etype.getValue(), known));
        shareIn(shown.getJsonObject("refs", new JsonObject()), known);
    }

    private static void shareIn(JsonObject attrs, Map<String, Object> known) {
        for (String label : attrs.copy().fieldNames()) {
            if (attrs.getValue(label) instanceof JsonObject attr && attr.equals(known.get(attr.getValue("id")))) {
                attrs.put(label, new JsonObject().put("$attr", attr.getValue("id")));
            }
        }
    }
}
