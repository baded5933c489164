package dev.instant4j.local.service;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a step names an entity. */
sealed interface EntityRef {
    String LOOKUP = "lookup";
    String PREFIX = LOOKUP + "__";

    /** By its id. */
    record Id(UUID id) implements EntityRef {}

    /**
     * By a value that only it has.
     *
     * @param label of an attr, or of a link with {@code .id} behind it
     * @param said as the step says it
     */
    record Lookup(String label, @Nullable Object value, Object said) implements EntityRef {
        private static final String ID = ".id";

        /** Returns the label of the attr that has the value. */
        String attrLabel(boolean isAttr) {
            if (isAttr || !label.contains(".")) {
                return label;
            }
            String link = label.substring(0, label.indexOf('.'));
            if (!label.equals(link + ID)) {
                JsonArray pair = new JsonArray().add(label).add(value);
                throw Refusal.invalid(LOOKUP, pair, label + " is not a valid lookup attribute.");
            }
            return link;
        }
    }

    /**
     * Reads what a step acts on: an id, {@code lookup__label__json}, a pair, or an object with one member.
     *
     * @throws Refusal if it is a lookup that tells no value
     */
    static Optional<EntityRef> ofSubject(@Nullable Object json) {
        if (json instanceof JsonArray pair && pair.size() == 2 && pair.getValue(0) instanceof String label) {
            return Optional.of(new Lookup(label, pair.getValue(1), pair));
        }
        return ofTarget(json);
    }

    /**
     * Reads what a link leads to; a list is read as several targets elsewhere.
     *
     * @throws Refusal if it is a lookup that tells no value
     */
    static Optional<EntityRef> ofTarget(@Nullable Object json) {
        if (json instanceof JsonObject object) {
            if (object.size() != 1) {
                throw Refusal.invalid(LOOKUP, object, "lookup must be an object with a single unique attr and value.");
            }
            Map.Entry<String, Object> member = object.iterator().next();
            return Optional.of(new Lookup(member.getKey(), member.getValue(), object));
        }
        return json instanceof String text ? ofText(text) : Optional.empty();
    }

    private static Optional<EntityRef> ofText(String text) {
        if (!text.startsWith(PREFIX)) {
            return Params.uuidIn(text).map(Id::new);
        }
        String rest = text.substring(PREFIX.length());
        int end = rest.indexOf("__");
        String label = end < 0 ? rest : rest.substring(0, end);
        String value = end < 0 ? "" : rest.substring(end + 2);
        try {
            return Optional.of(new Lookup(label, value.isEmpty() ? null : Json.decodeValue(value), text));
        } catch (DecodeException notJson) {
            JsonObject error = new JsonObject()
                    .put("message", "lookup value is invalid")
                    .put("hint", new JsonObject().put("attribute", label).put("value", value));
            throw Refusal.invalid(LOOKUP, text, List.of(error));
        }
    }
}
