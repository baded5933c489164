package dev.instant4j.local.service;

import dev.instant4j.local.service.Condition.Match;
import dev.instant4j.local.service.Condition.Operator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a namespace; {@link CoercedQuery} tells whether their values are of the right kind. */
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
            List<Condition> options = objects(list)
                    .<Condition>map(option -> new Condition.And(read(option)))
                    .toList();
            return new Condition.Or(several(key, options));
        }
        if (key.equals("and") && value instanceof JsonArray list) {
            List<Condition> all =
                    objects(list).flatMap(one -> read(one).stream()).toList();
            return new Condition.And(several(key, all));
        }
        return match(key, value);
    }

    private static Stream<JsonObject> objects(JsonArray list) {
        return list.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    private List<Condition> several(String key, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            throw reader.wrong(
                    "non-empty-list?",
                    QueryReader.add(in, key),
                    "The list of `" + key + "` conditions can't be empty.");
        }
        return conditions;
    }

    private Match match(String key, @Nullable Object value) {
        List<String> path = List.of(key.split("\\.", -1));
        List<String> place = QueryReader.add(QueryReader.add(in, "where"), key);
        return value instanceof JsonObject operators
                ? ofOperators(path, operators, place)
                : new Match(path, Operator.EQUAL, value, value, place);
    }

    /** Of several operators only the first counts, and none finds nothing, as on the real platform. */
    private static Match ofOperators(List<String> path, JsonObject operators, List<String> place) {
        Map.Entry<String, Object> first = operators.isEmpty()
                ? Map.entry("$in", new JsonArray())
                : operators.iterator().next();
        Operator operator = Operator.ofWord(first.getKey());
        return new Match(path, operator == null ? Operator.EQUAL : operator, first.getValue(), operators, place);
    }
}
