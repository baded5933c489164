package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.AttrRow.Constraints;
import dev.instant4j.local.store.Value;
import dev.instant4j.local.store.Value.Kind;
import dev.instant4j.wire.DateText;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** Which values an attr takes. */
final class ValueRules {
    private ValueRules() {}

    /** Tells whether a value is of a checked type; null always is. */
    static boolean fits(String type, Value value) {
        Kind kind = value.kind();
        if (kind == Kind.NULL) {
            return true;
        }
        return switch (type) {
            case "string" -> kind == Kind.STRING || kind == Kind.LINK;
            case "number" -> kind == Kind.NUMBER;
            case "boolean" -> kind == Kind.BOOLEAN;
            default -> DateText.isDate(value.json());
        };
    }

    /**
     * Lets a value pass that may be written.
     *
     * @throws Refusal with the reason
     */
    static void pass(AttrRow attr, UUID entity, Value value) {
        Constraints constraints = attr.constraints();
        String type = constraints.checkedDataType();
        if (type != null && !fits(type, value)) {
            throw refusal(
                    "Invalid value type for " + attr.name() + ". Value must be a " + type
                            + " but the provided value type is " + value.kind().jsonType() + ".",
                    hint(attr, entity, value));
        }
        if ((constraints.isIndexed() || constraints.isUnique()) && ValueSize.isTooLarge(value)) {
            throw refusal(
                    "Value is too large for " + (constraints.isUnique() ? "a unique" : "an indexed") + " attribute.",
                    hint(attr, entity, value).put("value-too-large?", true));
        }
    }

    static Refusal notALink(AttrRow attr, UUID entity, Value value) {
        return refusal("Linked value must be a valid uuid.", hint(attr, entity, value));
    }

    private static Refusal refusal(String message, JsonObject hint) {
        return Refusal.of("validation-failed", message, hint);
    }

    private static JsonObject hint(AttrRow attr, UUID entity, Value value) {
        return new JsonObject()
                .put("namespace", attr.name().entity())
                .put("attribute", attr.name().label())
                .put("value", value.json())
                .put("checked-data-type", attr.constraints().checkedDataType())
                .put("attr-id", attr.id().toString())
                .put("entity-id", entity.toString());
    }
}
