package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrRow.Constraints;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Ident;
import dev.instant4j.model.StoredAttr.Running;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads attrs from steps. What the real platform's database would refuse is refused here with the reason. */
final class AttrInput {
    static final String DATA_TYPE = "attributes";
    static final String FORWARD = "forward-identity";
    static final String REVERSE = "reverse-identity";

    private static final Set<String> CHECKED_TYPES = Set.of("string", "number", "boolean", "date");
    private static final Set<String> CARDINALITIES = Set.of("one", "many");
    private static final Set<String> YES = Set.of("true", "tru", "tr", "t", "yes", "ye", "y", "on", "1");
    private static final Set<String> NO = Set.of("false", "fals", "fal", "fa", "f", "no", "n", "off", "of", "0");

    private final JsonObject json;

    private AttrInput(JsonObject json) {
        this.json = json;
    }

    static AttrInput of(@Nullable Object argument) {
        if (argument instanceof JsonObject json) {
            return new AttrInput(json);
        }
        throw Refusal.invalid(DATA_TYPE, argument, "The argument of the step must be an attr.");
    }

    JsonObject json() {
        return json;
    }

    UUID id() {
        String text = text("id").orElseThrow(() -> wrong("`id` is missing"));
        return Params.uuidIn(text).orElseThrow(() -> wrong("`id` must be a UUID"));
    }

    /** Returns the attr of an {@code add-attr}, with everything it needs. */
    AttrRow complete() {
        Ident forward = identity(FORWARD).orElseThrow(() -> wrong("`forward-identity` is missing"));
        Optional<Ident> reverse = identity(REVERSE);
        String valueType = text("value-type").orElseThrow(() -> wrong("`value-type` is missing"));
        if (valueType.equals("ref") && reverse.isEmpty()) {
            throw wrong("`reverse-identity` is missing");
        }
        return new AttrRow(
                id(),
                forward,
                reverse.orElse(null),
                valueType,
                cardinality().orElseThrow(() -> wrong("`cardinality` is missing")),
                new Constraints(
                        flag("unique?").orElseThrow(() -> wrong("`unique?` is missing")),
                        flag("index?").orElseThrow(() -> wrong("`index?` is missing")),
                        flag("required?").orElse(false),
                        checkedType()),
                deleteRule(AttrJson.ON_DELETE),
                deleteRule(AttrJson.ON_DELETE_REVERSE),
                List.of(),
                Running.NOTHING,
                null);
    }

    /** Returns the names that it gives. */
    Stream<AttrName> names() {
        return Stream.of(FORWARD, REVERSE)
                .flatMap(key -> identity(key).stream())
                .map(Ident::name);
    }

    Optional<Ident> identity(String key) {
        Object value = json.getValue(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonArray array
                && array.size() == 3
                && array.getValue(0) instanceof String ident
                && array.getValue(1) instanceof String etype
                && array.getValue(2) instanceof String label) {
            UUID id = Params.uuidIn(ident).orElseThrow(() -> wrong("`" + key + "` must begin with a UUID"));
            return Optional.of(new Ident(id, new AttrName(etype, label)));
        }
        throw wrong("`" + key + "` must be a UUID, an entity and a label");
    }

    Optional<String> text(String key) {
        Object value = json.getValue(key);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw wrong("`" + key + "` must be text");
    }

    Optional<String> cardinality() {
        Optional<String> word = text("cardinality");
        if (word.isPresent() && !CARDINALITIES.contains(word.get())) {
            throw wrong("`cardinality` must be one or many");
        }
        return word;
    }

    /** Returns a flag; words that a database takes for true or false count as such. */
    Optional<Boolean> flag(String key) {
        Object value = json.getValue(key);
        if (value == null || value instanceof Boolean) {
            return Optional.ofNullable((Boolean) value);
        }
        String word = value.toString().strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw wrong("`" + key + "` must be true or false");
        }
        return Optional.of(YES.contains(word));
    }

    private @Nullable String checkedType() {
        String type = text("checked-data-type").orElse(null);
        if (type != null && !CHECKED_TYPES.contains(type)) {
            throw wrong("`checked-data-type` must be string, number, boolean or date");
        }
        return type;
    }

    @Nullable
    String deleteRule(String key) {
        Object value = json.getValue(key);
        if (value == null || AttrRow.CASCADE.equals(value)) {
            return (String) value;
        }
        throw wrong("`" + key + "` must be cascade");
    }

    Refusal wrong(String reason) {
        return Refusal.invalid(DATA_TYPE, json, reason);
    }
}
