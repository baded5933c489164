package dev.instant4j.local.service;

import dev.instant4j.local.service.Condition.Match;
import dev.instant4j.local.service.QueryOptions.Order;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query in the form that the real platform checks and shows in its refusals. */
final class CoercedQuery {
    private static final String VALUE = "instant.db.instaql/where-value-valid?";
    private static final String KEYS = "instant.db.instaql/where-value-valid-keys?";
    private static final Set<String> LISTS = Set.of("in", "$in");
    private static final Set<String> VALUES = Set.of("$not", "$ne");

    private final AppSchema schema;
    private final List<Problem> problems = new ArrayList<>();

    private CoercedQuery(AppSchema schema) {
        this.schema = schema;
    }

    /** @param expected what should be there */
    private record Problem(JsonArray in, String expected) {}

    /**
     * Lets a query pass whose values are of the kinds that conditions take.
     *
     * @throws Refusal if one is not
     */
    static void check(AppSchema schema, List<QueryForm> forms) {
        CoercedQuery query = new CoercedQuery(schema);
        JsonArray coerced = new JsonArray();
        for (QueryForm form : forms) {
            coerced.add(query.form(form, form.key(), new JsonArray().add(coerced.size())));
        }
        query.problems.stream()
                .reduce((first, other) -> other.in().size() >= first.in().size() ? other : first)
                .ifPresent(problem -> {
                    JsonObject error =
                            new JsonObject().put("expected", problem.expected()).put("in", problem.in());
                    throw Refusal.invalid("coerced-query", coerced, List.of(error));
                });
    }

    private JsonObject form(QueryForm form, @Nullable String etype, JsonArray in) {
        JsonArray nested = new JsonArray();
        for (QueryForm inner : form.nested()) {
            String linked = etype == null
                    ? null
                    : LinkWay.of(schema, new AttrName(etype, inner.key()))
                            .map(LinkWay::etype)
                            .orElse(null);
            nested.add(form(inner, linked, in(in, "child-forms", nested.size())));
        }
        return new JsonObject()
                .put("k", form.key())
                .put("etype", etype)
                .put("option-map", options(form.options(), etype, in(in, "option-map")))
                .put("child-forms", nested);
    }

    private JsonObject options(QueryOptions options, @Nullable String etype, JsonArray in) {
        JsonObject json = new JsonObject();
        JsonArray conditions = new JsonArray();
        for (Condition condition : options.where()) {
            conditions.add(condition(condition, etype, in(in, "where-conds", conditions.size())));
        }
        if (!conditions.isEmpty()) {
            json.put("where-conds", conditions);
        }
        Order order = options.order();
        if (order != null) {
            json.put("order", new JsonObject().put("k", order.label()).put("direction", order.direction()));
        }
        json.mergeIn(options.page().json());
        if (options.isAggregate()) {
            json.put("aggregate", "count");
        }
        if (options.said() != null) {
            json.put("fields", options.said());
            fields(options.said(), in(in, "fields"));
        }
        return json;
    }

    private void fields(Object said, JsonArray in) {
        if (!(said instanceof JsonArray fields)) {
            problems.add(new Problem(in, "coll?"));
            return;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!(fields.getValue(i) instanceof String)) {
                problems.add(new Problem(in(in, i), "string?"));
            }
        }
    }

    private Object condition(Condition condition, @Nullable String etype, JsonArray in) {
        if (condition instanceof Condition.And and) {
            return several("and", and.conditions(), etype, in);
        }
        return condition instanceof Condition.Or or
                ? several("or", or.conditions(), etype, in)
                : match((Match) condition, etype, in);
    }

    private Object several(String word, List<Condition> conditions, @Nullable String etype, JsonArray in) {
        if (conditions.size() == 1) {
            return condition(conditions.get(0), etype, in);
        }
        JsonArray list = new JsonArray();
        for (Condition condition : conditions) {
            list.add(condition(condition, etype, in(in, word, list.size())));
        }
        return new JsonObject().put(word, list);
    }

    /** What must lack values or may lack them is sought by its absence too. */
    private Object match(Match match, @Nullable String etype, JsonArray in) {
        JsonArray said = pair(match.path(), match.said());
        JsonArray absences = new JsonArray();
        boolean isNot = match.said() instanceof JsonObject operators && operators.containsKey("$not");
        boolean isNull =
                match.said() instanceof JsonObject operators && Boolean.TRUE.equals(operators.getValue("$isNull"));
        int lacking = isNot && isIndexed(etype, match.path())
                ? match.path().size() - 1
                : match.path().size();
        for (int length = 1; (isNot || isNull) && length <= lacking; length++) {
            absences.add(pair(match.path().subList(0, length), new JsonObject().put("$isNull", true)));
        }
        JsonArray all =
                isNot ? new JsonArray().add(said).addAll(absences) : isNull ? absences : new JsonArray().add(said);
        boolean isAlone = all.size() == 1;
        value(match.said(), isAlone ? in(in, 1) : in(in, "or", 0, 1));
        return isAlone ? all.getValue(0) : new JsonObject().put("or", all);
    }

    private static JsonArray pair(List<String> path, @Nullable Object value) {
        return new JsonArray().add(new JsonArray(path)).add(value);
    }

    private boolean isIndexed(@Nullable String etype, List<String> path) {
        String at = etype;
        for (String label : path.subList(0, path.size() - 1)) {
            at = at == null
                    ? null
                    : LinkWay.of(schema, new AttrName(at, label))
                            .map(LinkWay::etype)
                            .orElse(null);
        }
        return at != null
                && schema.forward(new AttrName(at, path.get(path.size() - 1)))
                        .map(AttrRow::constraints)
                        .filter(AttrRow.Constraints::isIndexed)
                        .isPresent();
    }

    private void value(@Nullable Object said, JsonArray in) {
        if (!(said instanceof JsonObject operators)) {
            if (!isValue(said)) {
                problems.add(new Problem(in, "map?"));
            }
            return;
        }
        if (!operators.fieldNames().stream().allMatch(word -> Condition.Operator.ofWord(word) != null)) {
            problems.add(new Problem(in, KEYS));
        }
        for (Map.Entry<String, Object> operator : operators) {
            operand(operator.getKey(), operator.getValue(), in(in, operator.getKey()));
        }
    }

    private void operand(String word, @Nullable Object value, JsonArray in) {
        if (LISTS.contains(word)) {
            list(value, in);
        } else if (VALUES.contains(word)) {
            if (!isValue(value)) {
                problems.add(new Problem(in, VALUE));
            }
        } else if (Condition.Operator.ofWord(word) != null) {
            boolean isRight = word.equals("$isNull") ? value instanceof Boolean : isValue(value);
            if (!isRight) {
                problems.add(new Problem(in, "boolean?"));
            }
        }
    }

    private void list(@Nullable Object value, JsonArray in) {
        if (!(value instanceof JsonArray list)) {
            problems.add(new Problem(in, "vector?"));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!isValue(list.getValue(i))) {
                problems.add(new Problem(in(in, i), VALUE));
            }
        }
    }

    private static boolean isValue(@Nullable Object json) {
        return json instanceof String || json instanceof Number || json instanceof Boolean;
    }

    private static JsonArray in(JsonArray place, Object... more) {
        JsonArray longer = place.copy();
        for (Object step : more) {
            longer.add(step);
        }
        return longer;
    }
}
