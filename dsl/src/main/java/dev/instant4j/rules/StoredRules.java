package dev.instant4j.rules;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules as a platform received them: whatever stands where nothing is expected says nothing. */
record StoredRules(JsonObject json) {
    static final String DEFAULT = "$default";
    static final String RATE_LIMITS = "$rateLimits";

    /** Rules of another shape than an object have no namespaces. */
    static StoredRules of(@Nullable Object code) {
        return new StoredRules(code instanceof JsonObject object ? object : new JsonObject());
    }

    Set<String> namespaces() {
        return json.fieldNames();
    }

    /** Returns what stands at a path of keys; null if nothing does, or JSON's null. */
    @Nullable
    Object at(List<String> path) {
        Object found = json;
        for (String key : path) {
            found = found instanceof JsonObject object ? object.getValue(key) : null;
        }
        return found;
    }

    @Nullable
    Object at(String... path) {
        return at(List.of(path));
    }
}
