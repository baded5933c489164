package dev.instant4j.local.wire;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that requests refer to by name. */
final class Variables {
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Set<Object> saved = new HashSet<>();

    void put(String name, Object value) {
        values.put(name, value);
        saved.add(value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Tells whether an element of a list was made by this scenario. */
    boolean knows(@Nullable Object element) {
        return element instanceof JsonObject object
                && (saved.contains(object.getValue("id")) || saved.contains(object.getValue("app_id")));
    }

    /** Adds users and their tokens, and returns how recordings label them. */
    Map<String, String> addTokens(JsonObject file) {
        Map<String, String> labels = new HashMap<>();
        for (Map.Entry<String, Object> entry : file.getJsonObject("users", new JsonObject())) {
            JsonObject user = (JsonObject) entry.getValue();
            String who = entry.getKey();
            for (String field : new String[] {"email", "id"}) {
                values.put(who + "." + field, user.getString(field));
                labels.put("<" + who + "." + field + ">", user.getString(field));
            }
            String prefix = who.equals("me") ? "" : who + "_";
            tokens.put(prefix + "pat", user.getString("pat"));
            tokens.put(prefix + "refresh", user.getString("refresh_token"));
        }
        JsonObject oauth = file.getJsonObject("oauth", new JsonObject());
        for (Map.Entry<String, Object> entry : oauth.getJsonObject("tokens", new JsonObject())) {
            String token = ((JsonObject) entry.getValue()).getString("access_token");
            values.put("platform." + entry.getKey(), token);
            labels.put("<platform." + entry.getKey() + ">", token);
            tokens.put("platform:" + entry.getKey(), token);
        }
        return labels;
    }

    /** Returns the token of a kind that must be given from outside. */
    String token(String kind) {
        return Objects.requireNonNull(tokens.get(kind), kind);
    }

    Object get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** Returns {@code json} with all names replaced; a text that is nothing but a name becomes the value itself. */
    @Nullable
    Object filled(@Nullable Object json) {
        if (json instanceof JsonObject object) {
            JsonObject filled = new JsonObject();
            object.forEach(entry -> filled.put(text(entry.getKey()), filled(entry.getValue())));
            return filled;
        }
        if (json instanceof JsonArray array) {
            JsonArray filled = new JsonArray();
            array.forEach(element -> filled.add(filled(element)));
            return filled;
        }
        if (!(json instanceof String text)) {
            return json;
        }
        Matcher whole = NAME.matcher(text);
        return whole.matches() ? get(whole.group(1)) : text(text);
    }

    String text(String text) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(printed(get(found.group(1)))));
    }

    private static String printed(Object value) {
        return value instanceof String text ? text : Json.encode(value);
    }
}
