package dev.instant4j.local.service;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a step names an entity. */
sealed interface EntityRef {
    String LOOKUP = "lookup__";

    /** By its id. */
    record Id(UUID id) implements EntityRef {}

    /** By a value that only it has. */
    record Lookup(String label, @Nullable Object value) implements EntityRef {}

    /** Reads what a step acts on: an id, {@code lookup__label__json}, a pair, or an object with one member. */
    static Optional<EntityRef> ofSubject(@Nullable Object json) {
        if (json instanceof JsonArray pair && pair.size() == 2 && pair.getValue(0) instanceof String label) {
            return Optional.of(new Lookup(label, pair.getValue(1)));
        }
        return ofTarget(json);
    }

    /** Reads what a link leads to; a list is read as several targets elsewhere. */
    static Optional<EntityRef> ofTarget(@Nullable Object json) {
        if (json instanceof JsonObject object && object.size() == 1) {
            Map.Entry<String, Object> member = object.iterator().next();
            return Optional.of(new Lookup(member.getKey(), member.getValue()));
        }
        return json instanceof String text ? ofText(text) : Optional.empty();
    }

    private static Optional<EntityRef> ofText(String text) {
        if (!text.startsWith(LOOKUP)) {
            return Params.uuidIn(text).map(Id::new);
        }
        String rest = text.substring(LOOKUP.length());
        int end = rest.indexOf("__");
        if (end < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Lookup(rest.substring(0, end), Json.decodeValue(rest.substring(end + 2))));
        } catch (DecodeException notJson) {
            return Optional.empty();
        }
    }
}
