package dev.instant4j.local.service;

import dev.instant4j.local.service.Condition.Match;
import dev.instant4j.local.service.Condition.Operator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a namespace. */
final class ConditionReader {
    private final QueryReader reader;
    private final List<String> in;

    ConditionReader(QueryReader reader, List<String> in) {
        this.reader = reader;
        this.in = in;
    }

    /** Returns the conditions in an object; all of them must hold. */
    List<Condition> read(JsonObject json) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, Object> entry : json) {
            conditions.add(condition(entry.getKey(), entry.getValue()));
        }
        return conditions;
    }

    private Condition condition(String key, @Nullable Object value) {
        if (key.equals("or") && value instanceof JsonArray list) {
            return new Condition.Or(several(key, list));
        }
        if (key.equals("and") && value instanceof JsonArray list) {
            return new Condition.And(several(key, list));
        }
        return match(key, value);
    }

    private List<Condition> several(String key, JsonArray list) {
        if (list.isEmpty()) {
            throw reader.wrong(
                    "non-empty-list?",
                    QueryReader.add(in, key),
                    "The list of `" + key + "` conditions can't be empty.");
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.getValue(i) instanceof JsonObject one) {
                conditions.add(new Condition.And(read(one)));
            }
        }
        return conditions;
    }

    private Match match(String key, @Nullable Object value) {
        List<String> path = List.of(key.split("\\.", -1));
        List<String> place = QueryReader.add(in, key);
        if (value instanceof JsonObject operators) {
            return ofOperators(path, operators, place);
        }
        if (value == null) {
            throw refused(path, null, "map?");
        }
        if (value instanceof JsonArray) {
            throw refused(path, value, "map?");
        }
        return new Match(path, Operator.EQUAL, value, place);
    }

    /** Of several operators only the first counts, and none finds nothing, as on the real platform. */
    private static Match ofOperators(List<String> path, JsonObject operators, List<String> place) {
        if (operators.isEmpty()) {
            return new Match(path, Operator.IN, new JsonArray(), place);
        }
        boolean isKnown = operators.fieldNames().stream().allMatch(word -> Operator.ofWord(word) != null);
        if (!isKnown) {
            throw refused(path, operators, "instant.db.instaql/where-value-valid-keys?");
        }
        Map.Entry<String, Object> first = operators.iterator().next();
        Operator operator = Operator.ofWord(first.getKey());
        Object value = first.getValue();
        if (operator == null || !isOf(operator, value)) {
            throw refused(path, operators, "where-value-valid?");
        }
        return new Match(path, operator, value, place);
    }

    private static boolean isOf(Operator operator, @Nullable Object value) {
        return switch (operator) {
            case IN -> value instanceof JsonArray;
            case IS_NULL -> value instanceof Boolean;
            default -> value instanceof String || value instanceof Number || value instanceof Boolean;
        };
    }

    /** The real platform tells here how it has parsed the query; this one tells the condition. */
    private static Refusal refused(List<String> path, @Nullable Object value, String expected) {
        JsonArray where = new JsonArray()
                .add(0)
                .add("option-map")
                .add("where-conds")
                .add(0)
                .add(1);
        JsonObject error = new JsonObject().put("expected", expected).put("in", where);
        JsonObject condition = new JsonObject().put(String.join(".", path), value);
        return Refusal.invalid("coerced-query", condition, List.of(error));
    }
}
