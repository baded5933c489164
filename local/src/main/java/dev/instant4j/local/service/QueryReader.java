package dev.instant4j.local.service;

import dev.instant4j.local.service.QueryOptions.Order;
import dev.instant4j.local.service.QueryOptions.Page;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads queries, and refuses what they can't say. */
final class QueryReader {
    private static final String OPTIONS = "$";
    private static final Set<String> KNOWN =
            Set.of("where", "order", "limit", "first", "last", "offset", "before", "after", "aggregate", "fields");

    private static final List<String> PAGING = List.of("limit", "first", "last", "offset", "after", "before");

    private final JsonObject root;

    private QueryReader(JsonObject root) {
        this.root = root;
    }

    /** Returns the namespaces of a query; rule parameters are none. */
    static List<QueryForm> read(JsonObject query) {
        return new QueryReader(query).forms(query, List.of());
    }

    private List<QueryForm> forms(JsonObject json, List<String> path) {
        List<QueryForm> forms = new ArrayList<>();
        for (Map.Entry<String, Object> entry : json) {
            String key = entry.getKey();
            if (!key.startsWith("$$") && !key.equals(OPTIONS)) {
                List<String> inner = add(path, key);
                JsonObject form = map(entry.getValue(), inner);
                forms.add(new QueryForm(key, inner, options(form, inner), forms(form, inner)));
            }
        }
        return forms;
    }

    private QueryOptions options(JsonObject form, List<String> path) {
        if (form.getValue(OPTIONS) == null) {
            return QueryOptions.NONE;
        }
        List<String> in = add(path, OPTIONS);
        JsonObject json = map(form.getValue(OPTIONS), in);
        Object where = given(json, "where");
        Object order = given(json, "order");
        return new QueryOptions(
                where == null ? List.of() : new ConditionReader(this, in).read(map(where, add(in, "where"))),
                order == null ? null : order(map(order, add(in, "order")), add(in, "order")),
                page(json, in),
                fields(given(json, "fields")),
                given(json, "fields"),
                given(json, "aggregate") != null);
    }

    /** Returns what is said; null and false say nothing. */
    private static @Nullable Object given(JsonObject json, String name) {
        Object value = json.getValue(name);
        return Boolean.FALSE.equals(value) ? null : value;
    }

    private @Nullable Order order(JsonObject json, List<String> in) {
        if (json.isEmpty()) {
            return null;
        }
        if (json.size() > 1) {
            throw wrong(
                    "single-key?",
                    in,
                    "We only support a single key in the `order` clause. Got " + String.join(",", json.fieldNames())
                            + ".");
        }
        Map.Entry<String, Object> only = json.iterator().next();
        if (!"asc".equals(only.getValue()) && !"desc".equals(only.getValue())) {
            throw wrong(
                    "valid-direction?",
                    add(in, only.getKey()),
                    "We only support \"asc\" or \"desc\" in the `order` clause. Got " + Json.encode(only.getValue())
                            + ".");
        }
        return new Order(only.getKey(), only.getValue().equals("desc"));
    }

    private Page page(JsonObject json, List<String> in) {
        Integer limit = count(json, "limit", 1, "a positive", in);
        Integer first = count(json, "first", 1, "a positive", in);
        Integer last = count(json, "last", 1, "a positive", in);
        Integer offset = count(json, "offset", 0, "a non-negative", in);
        JsonArray after = cursor(json, "after", in);
        JsonArray before = cursor(json, "before", in);
        refuseOthers(json, in);
        refuseSeveral(limit, first, last, in);
        Integer count = limit == null ? first == null ? last : first : limit;
        JsonObject given = new JsonObject();
        PAGING.stream().filter(name -> given(json, name) != null).forEach(name -> given.put(name, json.getValue(name)));
        return new Page(count, last != null, offset == null ? 0 : offset, after, before, given);
    }

    private void refuseOthers(JsonObject json, List<String> in) {
        Object aggregate = given(json, "aggregate");
        if (aggregate != null && !aggregate.equals("count")) {
            throw wrong(
                    "supported-options?",
                    add(in, "aggregate"),
                    "The aggregate field only accepts \"count\", got " + Json.encode(aggregate) + ".");
        }
        if (!KNOWN.containsAll(json.fieldNames())) {
            throw wrong(
                    "supported-options?",
                    in,
                    "We only support `where`, `order`, `limit`, `offset`, `before`, and `after` clauses.");
        }
    }

    private void refuseSeveral(
            @Nullable Integer limit, @Nullable Integer first, @Nullable Integer last, List<String> in) {
        List<String> given = new ArrayList<>();
        addIf(given, limit, "`limit`");
        addIf(given, first, "`first`");
        addIf(given, last, "`last`");
        if (given.size() > 1) {
            throw wrong("supported-options?", in, "Only provide one of " + String.join(" or ", given) + ".");
        }
    }

    private static void addIf(List<String> given, @Nullable Integer value, String word) {
        if (value != null) {
            given.add(word);
        }
    }

    private @Nullable Integer count(JsonObject json, String name, int least, String what, List<String> in) {
        Object value = given(json, name);
        if (value == null) {
            return null;
        }
        boolean isWhole = value instanceof Integer || value instanceof Long;
        if (isWhole && value instanceof Number number && number.longValue() >= least) {
            return (int) Math.min(number.longValue(), Integer.MAX_VALUE);
        }
        throw wrong(
                "supported-options?",
                add(in, name),
                "The " + name + " field must be " + what + " integer. Got " + Json.encode(value) + ".");
    }

    private @Nullable JsonArray cursor(JsonObject json, String name, List<String> in) {
        Object value = given(json, name);
        return value == null ? null : Cursor.checked(this, value, add(in, name));
    }

    private static @Nullable List<String> fields(@Nullable Object json) {
        return json instanceof JsonArray array
                ? array.stream().map(String::valueOf).toList()
                : null;
    }

    private JsonObject map(@Nullable Object json, List<String> in) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw Refusal.invalid(
                "query", root, List.of(new JsonObject().put("expected", "map?").put("in", new JsonArray(in))));
    }

    /** Returns the refusal of something that a query says. */
    Refusal wrong(String expected, List<String> in, String message) {
        JsonObject error = new JsonObject()
                .put("expected", expected)
                .put("in", new JsonArray(in))
                .put("message", message);
        return Refusal.invalid("query", root, List.of(error));
    }

    static List<String> add(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
