package dev.instant4j.local.service;

import dev.instant4j.local.service.Condition.Match;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Value;
import io.vertx.core.json.JsonArray;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a condition says about one value. */
final class Comparison {

    private Comparison() {}

    static Predicate<Value> of(AttrRow attr, Match match) {
        String type = attr.constraints().checkedDataType();
        Object wanted = match.value();
        return switch (match.operator()) {
            case EQUAL -> value -> ValueOrder.same(type, value.json(), wanted);
            case NOT -> value -> !ValueOrder.same(type, value.json(), wanted);
            case IN -> value -> isIn(type, value.json(), wanted);
            case IS_NULL -> value -> wanted != null && wanted.equals(value.kind() == Value.Kind.NULL);
            case GREATER -> value -> holds(type, value, wanted, order -> order > 0);
            case GREATER_OR_EQUAL -> value -> holds(type, value, wanted, order -> order >= 0);
            case LESS -> value -> holds(type, value, wanted, order -> order < 0);
            case LESS_OR_EQUAL -> value -> holds(type, value, wanted, order -> order <= 0);
            case LIKE -> like(String.valueOf(wanted), 0);
            case ILIKE -> like(String.valueOf(wanted), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        };
    }

    private static boolean isIn(@Nullable String type, @Nullable Object value, @Nullable Object wanted) {
        return wanted instanceof JsonArray several
                && several.stream().anyMatch(one -> ValueOrder.same(type, value, one));
    }

    private static boolean holds(@Nullable String type, Value value, @Nullable Object wanted, IntPredicate test) {
        OptionalInt order = ValueOrder.compare(type, value.json(), wanted);
        return order.isPresent() && test.test(order.getAsInt());
    }

    private static Predicate<Value> like(String wanted, int flags) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < wanted.length(); i++) {
            char character = wanted.charAt(i);
            if (character == '\\' && i + 1 < wanted.length()) {
                i++;
                regex.append(Pattern.quote(String.valueOf(wanted.charAt(i))));
            } else {
                regex.append(part(character));
            }
        }
        Pattern pattern = Pattern.compile(regex.toString(), flags | Pattern.DOTALL);
        return value ->
                value.json() instanceof String text && pattern.matcher(text).matches();
    }

    private static String part(char character) {
        return switch (character) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> Pattern.quote(String.valueOf(character));
        };
    }
}
