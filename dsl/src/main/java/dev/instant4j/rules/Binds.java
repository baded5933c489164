package dev.instant4j.rules;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The binds of a namespace, in one of the two forms that a platform takes. */
final class Binds {
    private final List<Object> parts;

    private Binds(List<Object> parts) {
        this.parts = parts;
    }

    /** Returns the binds as they stand in a namespace; a text counts as the list of its characters. */
    static Binds of(@Nullable Object bind) {
        List<Object> parts = new ArrayList<>();
        if (bind instanceof JsonObject object) {
            object.fieldNames().forEach(name -> {
                parts.add(name);
                parts.add(orNothing(object.getValue(name)));
            });
        } else if (bind instanceof JsonArray array) {
            array.forEach(part -> parts.add(orNothing(part)));
        } else if (bind instanceof String text) {
            text.chars().forEach(character -> parts.add(String.valueOf((char) character)));
        }
        return new Binds(parts);
    }

    static boolean canBe(@Nullable Object bind) {
        return bind == null || bind instanceof JsonObject || bind instanceof JsonArray || bind instanceof String;
    }

    private static Object orNothing(@Nullable Object part) {
        return part == null ? Optional.empty() : part;
    }

    boolean isOdd() {
        return parts.size() % 2 != 0;
    }

    /** Returns the first name that is given twice. */
    Optional<String> repeated() {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i += 2) {
            if (!seen.add(parts.get(i))) {
                return Optional.of(String.valueOf(parts.get(i)));
            }
        }
        return Optional.empty();
    }

    /** Returns these binds followed by others; a platform counts them together. */
    Binds then(Binds others) {
        List<Object> all = new ArrayList<>(parts);
        all.addAll(others.parts);
        return new Binds(all);
    }

    /** Returns the expressions by name; the last of a name counts. */
    Map<String, Object> byName() {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            byName.put(String.valueOf(parts.get(i)), parts.get(i + 1));
        }
        return byName;
    }
}
