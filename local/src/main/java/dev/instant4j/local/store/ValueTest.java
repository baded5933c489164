package dev.instant4j.local.store;

import dev.instant4j.local.store.Value.Kind;
import io.vertx.core.json.JsonArray;
import java.util.List;

/** What a stored value must be. */
public final class ValueTest {
    private static final String MOMENT = "moment(t.kind, t.probe) ";

    private final Fragment sql;

    private ValueTest(Fragment sql) {
        this.sql = sql;
    }

    /** How a value must be to another of its kind. */
    public enum Comparison {
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }
    }

    public static ValueTest notNull() {
        return new ValueTest(Fragment.of("t.kind <> ?", Kind.NULL.code()));
    }

    public static ValueTest is(Value value) {
        return new ValueTest(
                Fragment.of("(t.kind = ? AND t.probe IS ?)", value.kind().code(), value.probe()));
    }

    /** Returns the test for one of some values; told so that the database can look a single one up. */
    public static ValueTest isAnyOf(List<Value> values) {
        if (values.size() == 1) {
            return is(values.get(0));
        }
        Fragment sql = Fragment.of("(0");
        for (Kind kind : Kind.values()) {
            List<Value> ofKind =
                    values.stream().filter(value -> value.kind() == kind).toList();
            if (ofKind.size() == values.size() && !ofKind.isEmpty()) {
                return new ValueTest(Fragment.of("(").and(ofKind(kind, ofKind)).and(")"));
            }
            if (!ofKind.isEmpty()) {
                sql = sql.and(" OR ").and(ofKind(kind, ofKind));
            }
        }
        return new ValueTest(sql.and(")"));
    }

    private static Fragment ofKind(Kind kind, List<Value> values) {
        return Fragment.of("t.kind = ? AND t.probe IN " + list(kind), kind.code(), encoded(values));
    }

    private static String list(Kind kind) {
        String probe = kind == Kind.LINK ? "unhex(value, '-')" : "value";
        return "(SELECT " + probe + " FROM json_each(?))";
    }

    private static String encoded(List<Value> values) {
        JsonArray probes = new JsonArray();
        values.forEach(value -> probes.add(value.kind() == Kind.LINK ? String.valueOf(value.probe()) : value.probe()));
        return probes.encode();
    }

    public static ValueTest compared(Comparison comparison, Value value) {
        return new ValueTest(Fragment.of(
                "(t.kind = ? AND t.probe " + comparison.sign + " ?)",
                value.kind().code(),
                value.probe()));
    }

    /** Returns the test for a date at one of some points in time, as {@link Moment#of} tells them. */
    public static ValueTest isAnyMoment(List<Long> moments) {
        String list = new JsonArray(moments).encode();
        return new ValueTest(Fragment.of("(" + MOMENT + "IN (SELECT value FROM json_each(?)))", list));
    }

    /** Returns the test for a date before or after a point in time, as {@link Moment#of} tells it. */
    public static ValueTest comparedMoment(Comparison comparison, long moment) {
        return new ValueTest(Fragment.of("(" + MOMENT + comparison.sign + " ?)", moment));
    }

    /** Returns the test for texts that a regular expression describes as a whole. */
    public static ValueTest matches(String regex) {
        return new ValueTest(Fragment.of("(t.kind = ? AND t.probe REGEXP ?)", Kind.STRING.code(), regex));
    }

    /** Returns the test that passes what this one doesn't, null included. */
    public ValueTest negated() {
        return new ValueTest(Fragment.of("coalesce(NOT ").and(sql).and(", 1)"));
    }

    Fragment sql() {
        return sql;
    }
}
