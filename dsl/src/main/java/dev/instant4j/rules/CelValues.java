package dev.instant4j.rules;

import dev.cel.common.values.NullValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as CEL knows them, and back. */
final class CelValues {

    private CelValues() {}

    /** Returns a JSON value for use in an expression; whole numbers become {@code int}, all others {@code double}. */
    static Object toCel(@Nullable Object json) {
        if (json == null) {
            return NullValue.NULL_VALUE;
        }
        if (json instanceof Integer || json instanceof Long) {
            return ((Number) json).longValue();
        }
        if (json instanceof Number number) {
            return number.doubleValue();
        }
        if (json instanceof JsonObject object) {
            return new EntityMap(object.getMap());
        }
        if (json instanceof JsonArray array) {
            return toCelList(array.getList());
        }
        return toCelOther(json);
    }

    private static Object toCelOther(Object json) {
        if (json instanceof Map<?, ?> map) {
            return new EntityMap(map);
        }
        return json instanceof Collection<?> list ? toCelList(list) : json;
    }

    static List<Object> toCelList(Collection<?> values) {
        List<Object> converted = new ArrayList<>(values.size());
        values.forEach(value -> converted.add(toCel(value)));
        return converted;
    }

    /** Returns what an expression came to, as JSON; what JSON has no word for becomes text. */
    static @Nullable Object toJson(Object value) {
        if (value instanceof NullValue) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((key, member) -> object.put(String.valueOf(key), toJson(member)));
            return object;
        }
        if (value instanceof Collection<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(element -> array.add(toJson(element)));
            return array;
        }
        return value instanceof Boolean || value instanceof Long || value instanceof Double ? value : value.toString();
    }
}
