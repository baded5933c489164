package dev.instant4j.local.service;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;

/** What leads from one version of rules to another: {@code [path, "+" or "r", value]} or {@code [path, "-"]}. */
final class RuleEdits {
    private final JsonArray edits = new JsonArray();

    private RuleEdits() {}

    static JsonArray between(JsonObject from, JsonObject to) {
        RuleEdits found = new RuleEdits();
        found.compare(from, to, new JsonArray());
        return found.edits;
    }

    private void compare(JsonObject from, JsonObject to, JsonArray path) {
        for (String key : from.fieldNames()) {
            if (!to.containsKey(key)) {
                edits.add(edit(below(path, key), "-"));
            }
        }
        for (Map.Entry<String, Object> entry : to) {
            JsonArray place = below(path, entry.getKey());
            Object before = from.getValue(entry.getKey());
            if (!from.containsKey(entry.getKey())) {
                edits.add(edit(place, "+").add(entry.getValue()));
            } else if (before instanceof JsonObject left && entry.getValue() instanceof JsonObject right) {
                compare(left, right, place);
            } else if (!Objects.equals(before, entry.getValue())) {
                edits.add(edit(place, "r").add(entry.getValue()));
            }
        }
    }

    private static JsonArray edit(JsonArray path, String kind) {
        return new JsonArray().add(path).add(kind);
    }

    private static JsonArray below(JsonArray path, String key) {
        return path.copy().add(key);
    }
}
