package dev.instant4j.local.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON pointers, with {@code [key=value]} for the first such element of a list. */
final class Pointer {
    private static final Pattern CHOICE = Pattern.compile("\\[(.+?)=(.*)]");

    private Pointer() {}

    /** Returns what is there; null if nothing is. */
    static @Nullable Object in(@Nullable Object json, String pointer) {
        Object found = json;
        for (String segment : pointer.replaceFirst("^/", "").split("/", -1)) {
            if (!segment.isEmpty()) {
                found = below(found, segment.replace("~1", "/").replace("~0", "~"));
            }
        }
        return found;
    }

    private static @Nullable Object below(@Nullable Object json, String segment) {
        if (json instanceof JsonObject object) {
            return object.getValue(segment);
        }
        return json instanceof JsonArray array ? element(array, segment) : null;
    }

    private static @Nullable Object element(JsonArray array, String segment) {
        Matcher choice = CHOICE.matcher(segment);
        if (!choice.matches()) {
            int index = Integer.parseInt(segment);
            return index < array.size() ? array.getValue(index) : null;
        }
        return array.stream()
                .filter(element -> element instanceof JsonObject object
                        && String.valueOf(object.getValue(choice.group(1))).equals(choice.group(2)))
                .findFirst()
                .orElse(null);
    }
}
