package dev.instant4j.local.wire;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares an answer with the recorded one, where lists without a defined order may come in any. */
final class AnswerMatch {
    private static final Set<String> UNORDERED = Set.of(
            "attrs",
            "current-attrs",
            "jobs",
            "apps",
            "orgs",
            "errors",
            "invites",
            "members",
            "idents",
            "invalid_triples_sample",
            "records",
            "entity-ids",
            "check-results",
            "versions",
            "triples",
            "possible-ins",
            "attributes",
            "steps");
    private static final Set<String> ANYTHING = Set.of("<work>", "<inferred>", "<masked>", "<uri>");
    private static final Object ABSENT = new Object() {
        @Override
        public String toString() {
            return "(absent)";
        }
    };

    private final Bindings bindings;
    private final Predicate<String> isAllowed;

    AnswerMatch(Bindings bindings, Predicate<String> isAllowed) {
        this.bindings = bindings;
        this.isAllowed = isAllowed;
    }

    /** Returns where {@code actual} differs; empty if it does not. */
    List<String> differences(@Nullable Object expected, @Nullable Object actual, String path) {
        if (isAllowed.test(path)) {
            return List.of();
        }
        if (expected instanceof JsonObject left && actual instanceof JsonObject right) {
            return objects(left, right, path);
        }
        if (expected instanceof JsonArray left && actual instanceof JsonArray right) {
            boolean isUnordered = UNORDERED.contains(path.substring(path.lastIndexOf('/') + 1));
            return isUnordered ? unordered(left, right, path) : ordered(left, right, path);
        }
        return isSame(expected, actual) ? List.of() : List.of(difference(path, expected, actual));
    }

    private boolean isSame(@Nullable Object expected, @Nullable Object actual) {
        if (!(expected instanceof String text)) {
            return isSamePlain(expected, actual);
        }
        if (ANYTHING.contains(text)) {
            return true;
        }
        if (text.equals("<ms>")) {
            return actual instanceof Number;
        }
        if (text.equals("<time>") && actual instanceof Number) {
            return true;
        }
        boolean isPlain = actual instanceof String || (text.startsWith("<tx:") && actual instanceof Number);
        return isPlain && (bindings.unify(text, String.valueOf(actual)) || isSameInParts(text, String.valueOf(actual)));
    }

    private static boolean isSamePlain(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Number left && actual instanceof Number right) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
        }
        return actual != ABSENT && Json.encode(expected).equals(Json.encode(actual));
    }

    /** Sentences and ids that are joined into one text come in no defined order. */
    private boolean isSameInParts(String expected, String actual) {
        List<String> left = parts(expected);
        List<String> right = new ArrayList<>(parts(actual));
        return left.size() > 1
                && left.size() == right.size()
                && left.stream().allMatch(part -> takeFirst(right, other -> bindings.unify(part, other)));
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("(?<=[.,:]) ", -1))
                .map(part -> part.endsWith(",") ? part.substring(0, part.length() - 1) : part)
                .toList();
    }

    private static boolean takeFirst(List<String> candidates, Predicate<String> wanted) {
        for (String candidate : candidates) {
            if (wanted.test(candidate)) {
                return candidates.remove(candidate);
            }
        }
        return false;
    }

    private List<String> objects(JsonObject expected, JsonObject actual, String path) {
        List<String> differences = new ArrayList<>();
        JsonObject left = actual.copy();
        for (Map.Entry<String, Object> entry : expected) {
            String key = keyIn(left, entry.getKey());
            String below = path + "/" + entry.getKey();
            Object value = left.containsKey(key) ? left.getValue(key) : ABSENT;
            left.remove(key);
            differences.addAll(
                    value == ABSENT && !isAllowed.test(below)
                            ? List.of(difference(below, entry.getValue(), value))
                            : differences(entry.getValue(), value, below));
        }
        for (String extra : new TreeSet<>(left.fieldNames())) {
            if (!isAllowed.test(path + "/" + extra)) {
                differences.add(difference(path + "/" + extra, ABSENT, left.getValue(extra)));
            }
        }
        return differences;
    }

    private String keyIn(JsonObject actual, String expected) {
        return actual.containsKey(expected)
                ? expected
                : actual.fieldNames().stream()
                        .filter(key -> bindings.copy().unify(expected, key))
                        .findFirst()
                        .orElse(expected);
    }

    private List<String> ordered(JsonArray expected, JsonArray actual, String path) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            Object left = i < expected.size() ? expected.getValue(i) : ABSENT;
            Object right = i < actual.size() ? actual.getValue(i) : ABSENT;
            differences.addAll(differences(left, right, path + "/" + i));
        }
        return differences;
    }

    private List<String> unordered(JsonArray expected, JsonArray actual, String path) {
        List<String> differences = new ArrayList<>();
        List<@Nullable Object> rest = actual.stream().collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < expected.size(); i++) {
            if (!takeMatch(expected.getValue(i), rest, path + "/" + i)) {
                differences.add(difference(path + "/" + i, expected.getValue(i), ABSENT));
            }
        }
        rest.forEach(extra -> differences.add(difference(path, ABSENT, extra)));
        return differences;
    }

    private boolean takeMatch(@Nullable Object expected, List<@Nullable Object> candidates, String path) {
        for (int i = 0; i < candidates.size(); i++) {
            Bindings trial = bindings.copy();
            if (new AnswerMatch(trial, isAllowed)
                    .differences(expected, candidates.get(i), path)
                    .isEmpty()) {
                bindings.become(trial);
                candidates.remove(i);
                return true;
            }
        }
        return false;
    }

    private static String difference(String path, @Nullable Object expected, @Nullable Object actual) {
        return path + "\n  recorded " + shown(expected) + "\n  answered " + shown(actual);
    }

    private static String shown(@Nullable Object json) {
        return json == ABSENT ? String.valueOf(json) : Json.encode(json);
    }
}
