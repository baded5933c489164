package dev.instant4j.local.service;

import dev.instant4j.local.service.Condition.Match;
import dev.instant4j.local.service.Condition.Operator;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Value;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses comparisons that an attr is not made for. */
final class ConditionCheck {
    private final JsonObject query;

    ConditionCheck(JsonObject query) {
        this.query = query;
    }

    /** @param attr what the path of {@code match} ends with */
    void check(Match match, AttrRow attr) {
        String type = attr.constraints().checkedDataType();
        if (match.operator().isComparison()) {
            comparable(match, attr, type);
        }
        if (type == null || match.operator() == Operator.IS_NULL) {
            return;
        }
        if (match.operator() == Operator.IN && match.value() instanceof JsonArray several) {
            several.forEach(value -> typed(match, attr, type, value));
        } else {
            typed(match, attr, type, match.value());
        }
    }

    private void comparable(Match match, AttrRow attr, @Nullable String type) {
        if (!attr.constraints().isIndexed()) {
            throw wrong(match, "indexed?", name(attr) + " attribute must be indexed to use comparison operators.");
        }
        if (type == null) {
            throw wrong(
                    match,
                    "checked-data-type?",
                    name(attr) + " attribute must have an enforced type to use comparison operators.");
        }
        if (match.operator().isLike() && !type.equals("string")) {
            throw wrong(match, "string?", name(attr) + " attribute must be a string to use `$like` and `$ilike`.");
        }
    }

    private void typed(Match match, AttrRow attr, String type, @Nullable Object json) {
        Value value = Value.of(json);
        if (!ValueRules.fits(type, value)) {
            throw wrong(
                    match,
                    type + "?",
                    "The data type of `" + attr.name() + "` is `" + type + "`, but the query got the value `"
                            + Json.encode(json) + "` of type `" + value.kind().jsonType() + "`.");
        }
    }

    private static String name(AttrRow attr) {
        return "The `" + attr.name() + "`";
    }

    private Refusal wrong(Match match, String expected, String message) {
        JsonObject error = new JsonObject()
                .put("expected?", expected)
                .put("in", new JsonArray(match.in()))
                .put("message", message);
        return Refusal.invalid("query", query, List.of(error));
    }
}
