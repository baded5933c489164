package dev.instant4j.wire;

import dev.instant4j.error.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value and where it was found, so that whatever is missing or mistyped can be named. Every method that reads
 * fails with {@link DecodeException} if the value is of another kind.
 */
public final class JsonCursor {
    private final String operation;
    private final String path;
    private final @Nullable Object value;

    private JsonCursor(String operation, String path, @Nullable Object value) {
        this.operation = operation;
        this.path = path;
        this.value = value;
    }

    /**
     * Returns a cursor at the root of an answer.
     *
     * @param operation what was asked for, such as {@code read the schema}
     * @param value a {@link JsonObject}, a {@link JsonArray}, a text, number or boolean, or null
     */
    public static JsonCursor of(String operation, @Nullable Object value) {
        return new JsonCursor(operation, "", value);
    }

    /** Tells whether this is JSON's null, or nothing at all. */
    public boolean isNull() {
        return value == null;
    }

    /** Returns the value under a key of this object, which must be there; it may be null. */
    public JsonCursor member(String key) {
        JsonObject object = object();
        if (!object.containsKey(key)) {
            throw new DecodeException(operation, below(key), "a value", "nothing");
        }
        return at(key, object.getValue(key));
    }

    /** Returns the value under a key of this object, or empty if it is absent or null. */
    public Optional<JsonCursor> optional(String key) {
        return Optional.ofNullable(object().getValue(key)).map(found -> at(key, found));
    }

    /** Returns all values of this object by their keys, in their order. */
    public Map<String, JsonCursor> members() {
        Map<String, JsonCursor> members = new LinkedHashMap<>();
        JsonObject object = object();
        for (String key : object.fieldNames()) {
            members.put(key, at(key, object.getValue(key)));
        }
        return members;
    }

    /** Returns what {@code decode} makes of each element of this list. */
    public <T> List<T> elements(Function<JsonCursor, ? extends T> decode) {
        JsonArray array = array();
        List<T> decoded = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            decoded.add(decode.apply(at(Integer.toString(i), array.getValue(i))));
        }
        return decoded;
    }

    /** Returns an element of this list, which must be there. */
    public JsonCursor element(int index) {
        JsonArray array = array();
        if (index >= array.size()) {
            throw new DecodeException(operation, below(Integer.toString(index)), "a value", "nothing");
        }
        return at(Integer.toString(index), array.getValue(index));
    }

    /** Returns this object. */
    public JsonObject object() {
        if (value instanceof JsonObject object) {
            return object;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((key, member) -> object.put(String.valueOf(key), member));
            return object;
        }
        throw unlike("an object");
    }

    /** Returns this list. */
    public JsonArray array() {
        if (value instanceof JsonArray array) {
            return array;
        }
        if (value instanceof List<?> list) {
            return new JsonArray(list);
        }
        throw unlike("a list");
    }

    /** Returns this text. */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw unlike("a text");
    }

    /** Returns whether this is true. */
    public boolean bool() {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw unlike("true or false");
    }

    /** Returns this number, without its fraction. */
    public long number() {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw unlike("a number");
    }

    /** Returns the UUID that this text spells. */
    public UUID uuid() {
        return parsed("a UUID", UUID::fromString);
    }

    /** Returns the time that this text says; without an offset it is UTC. */
    public Instant instant() {
        return parsed("a time", Times::parse);
    }

    /** Returns what {@code parse} makes of this text; an {@link IllegalArgumentException} of it is a wrong value. */
    public <T> T parsed(String expected, Function<? super String, ? extends T> parse) {
        String text = text();
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new DecodeException(operation, place(), expected, "another text");
        }
    }

    /** Returns the constant of {@code type} that this text is the platform's word for. */
    public <E extends Enum<E>> E word(Class<E> type) {
        String text = text();
        for (E constant : type.getEnumConstants()) {
            if (Words.of(constant).equals(text)) {
                return constant;
            }
        }
        throw unlike("a known " + type.getSimpleName());
    }

    /** Returns this value as JSON text. */
    public String json() {
        return Json.encode(value);
    }

    /** Tells whether this is a text or a boolean: what a rule's expression may be. */
    boolean isExpression() {
        return value instanceof String || value instanceof Boolean;
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isObject() {
        return value instanceof JsonObject || value instanceof Map;
    }

    boolean isList() {
        return value instanceof JsonArray || value instanceof List;
    }

    /** Returns this text, or this boolean as a text. */
    String expression() {
        return isExpression() ? String.valueOf(value) : text();
    }

    /** Returns the failure that says that this value should have been something else. */
    public DecodeException unlike(String expected) {
        return new DecodeException(operation, place(), expected, kind());
    }

    private JsonCursor at(String key, @Nullable Object member) {
        return new JsonCursor(operation, below(key), member);
    }

    private String below(String key) {
        return path + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private String place() {
        return path.isEmpty() ? "its root" : path;
    }

    private String kind() {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "a text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        return isObject() ? "an object" : "a list";
    }
}
