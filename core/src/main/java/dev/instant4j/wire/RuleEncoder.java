package dev.instant4j.wire;

import dev.instant4j.model.Rule;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Writes the rules of one namespace. Binds become a flat list, which keeps their order. */
final class RuleEncoder {
    private final String namespace;
    private Object json;

    RuleEncoder(String namespace, JsonObject begun) {
        this.namespace = namespace;
        this.json = begun;
    }

    Object json() {
        return json;
    }

    void put(Rule rule) {
        switch (rule.kind()) {
            case BIND -> binds(rule).add(rule.name()).add(rule.expression());
            case ALLOW -> section(rule, "allow").put(rule.name(), rule.expression());
            case LINK -> section(rule, "allow", "link").put(rule.name(), rule.expression());
            case UNLINK -> section(rule, "allow", "unlink").put(rule.name(), rule.expression());
            case FIELD -> section(rule, "fields").put(rule.name(), rule.expression());
            case OTHER -> keep(rule);
        }
    }

    private JsonArray binds(Rule rule) {
        JsonObject root = section(rule);
        if (!root.containsKey("bind")) {
            root.put("bind", new JsonArray());
        }
        if (root.getValue("bind") instanceof JsonArray binds) {
            return binds;
        }
        throw misplaced(rule);
    }

    private JsonObject section(Rule rule, String... keys) {
        return section(rule, List.of(keys));
    }

    private JsonObject section(Rule rule, List<String> keys) {
        Object place = json;
        for (String key : keys) {
            if (!(place instanceof JsonObject parent)) {
                throw misplaced(rule);
            }
            if (!parent.containsKey(key)) {
                parent.put(key, new JsonObject());
            }
            place = parent.getValue(key);
        }
        if (place instanceof JsonObject section) {
            return section;
        }
        throw misplaced(rule);
    }

    private void keep(Rule rule) {
        Object stored = stored(rule);
        if (rule.name().isEmpty()) {
            json = stored;
            return;
        }
        List<String> keys = RulePath.keys(rule.name());
        section(rule, keys.subList(0, keys.size() - 1)).put(keys.get(keys.size() - 1), stored);
    }

    private Object stored(Rule rule) {
        try {
            return Json.decodeValue(rule.expression());
        } catch (DecodeException malformed) {
            throw new IllegalArgumentException(
                    "The rule " + rule.name() + " of " + namespace + " is not JSON; it is kept as it is stored.",
                    malformed);
        }
    }

    private IllegalArgumentException misplaced(Rule rule) {
        return new IllegalArgumentException("The rule " + rule.name() + " of " + namespace
                + " can't be added, because something else that is not an object stands in its place.");
    }
}
