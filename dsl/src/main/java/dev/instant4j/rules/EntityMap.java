package dev.instant4j.rules;

import dev.cel.common.values.NullValue;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object in an expression: it claims to have every key, and what it has no value for is null. */
class EntityMap extends AbstractMap<String, Object> {
    private final Map<?, ?> json;

    /** @param json members by name, as JSON values */
    EntityMap(Map<?, ?> json) {
        this.json = json;
    }

    @Override
    public final Object get(@Nullable Object key) {
        return CelValues.toCel(json.get(key));
    }

    @Override
    public final boolean containsKey(@Nullable Object key) {
        return true;
    }

    @Override
    public final Set<Entry<String, Object>> entrySet() {
        Map<String, Object> members = new LinkedHashMap<>();
        json.forEach((key, value) -> members.put(String.valueOf(key), CelValues.toCel(value)));
        return members.entrySet();
    }

    final boolean isNull(String key) {
        return get(key) == NullValue.NULL_VALUE;
    }
}
