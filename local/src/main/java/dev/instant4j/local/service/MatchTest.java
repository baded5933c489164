package dev.instant4j.local.service;

import dev.instant4j.local.service.Condition.Match;
import dev.instant4j.local.service.Condition.Operator;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Moment;
import dev.instant4j.local.store.Value;
import dev.instant4j.local.store.ValueTest;
import dev.instant4j.local.store.ValueTest.Comparison;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a condition says about one value. */
final class MatchTest {

    private MatchTest() {}

    /** Returns what values of an attr must be. */
    static ValueTest of(AttrRow attr, Match match) {
        boolean isDate = "date".equals(attr.constraints().checkedDataType());
        return switch (match.operator()) {
            case EQUAL, IN -> isDate ? moments(match) : ValueTest.isAnyOf(values(attr, match));
            case NOT -> (isDate ? moments(match) : ValueTest.isAnyOf(values(attr, match))).negated();
            case IS_NULL -> ValueTest.notNull();
            case GREATER -> compared(Comparison.GREATER, isDate, match);
            case GREATER_OR_EQUAL -> compared(Comparison.GREATER_OR_EQUAL, isDate, match);
            case LESS -> compared(Comparison.LESS, isDate, match);
            case LESS_OR_EQUAL -> compared(Comparison.LESS_OR_EQUAL, isDate, match);
            case LIKE -> ValueTest.matches("(?s)" + regex(String.valueOf(match.value())));
            case ILIKE -> ValueTest.matches("(?siu)" + regex(String.valueOf(match.value())));
        };
    }

    /** Returns the entities that a condition on a link names. */
    static List<UUID> ids(Match match) {
        return wanted(match)
                .flatMap(json -> json instanceof String text ? Params.uuidIn(text).stream() : Stream.empty())
                .toList();
    }

    private static Stream<@Nullable Object> wanted(Match match) {
        return match.operator() == Operator.IN && match.value() instanceof JsonArray several
                ? several.stream()
                : Stream.of(match.value());
    }

    private static List<Value> values(AttrRow attr, Match match) {
        return wanted(match).map(json -> value(attr, json)).toList();
    }

    private static Value value(AttrRow attr, @Nullable Object json) {
        Optional<UUID> target = attr.isLink() && json instanceof String text ? Params.uuidIn(text) : Optional.empty();
        return target.map(Value::link).orElseGet(() -> Value.of(json));
    }

    private static ValueTest moments(Match match) {
        return ValueTest.isAnyMoment(
                wanted(match).map(Moment::of).filter(Objects::nonNull).toList());
    }

    private static ValueTest compared(Comparison comparison, boolean isDate, Match match) {
        if (!isDate) {
            return ValueTest.compared(comparison, Value.of(match.value()));
        }
        Long moment = Moment.of(match.value());
        return moment == null ? ValueTest.isAnyOf(List.of()) : ValueTest.comparedMoment(comparison, moment);
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        boolean isEscaped = false;
        for (int character : pattern.codePoints().toArray()) {
            if (character == '\\' && !isEscaped) {
                isEscaped = true;
            } else {
                regex.append(isEscaped ? quoted(character) : part(character));
                isEscaped = false;
            }
        }
        return regex.toString();
    }

    private static String part(int character) {
        return switch (character) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> quoted(character);
        };
    }

    private static String quoted(int character) {
        return Pattern.quote(Character.toString(character));
    }
}
