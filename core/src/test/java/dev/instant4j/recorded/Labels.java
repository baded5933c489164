package dev.instant4j.recorded;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts real values in the place of the labels and short forms of recordings; the same label becomes the same value. */
final class Labels {
    private static final Pattern LABEL = Pattern.compile("<([a-z_.:0-9]+)>");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-zA-Z_.0-9]+)}");

    private final JsonObject system;

    Labels(JsonObject system) {
        this.system = system;
    }

    @Nullable
    Object resolve(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return resolve(object);
        }
        if (value instanceof JsonArray array) {
            return resolve(array);
        }
        return value instanceof String text ? resolve(text) : value;
    }

    private Object resolve(JsonObject object) {
        if (object.getValue("$system") instanceof String name && !name.startsWith("all")) {
            return system.getJsonObject("attrs").getJsonObject(name);
        }
        JsonObject resolved = new JsonObject();
        object.forEach(member -> resolved.put(member.getKey(), resolve(shown(member.getKey(), member.getValue()))));
        return resolved;
    }

    /** Returns the value of a member with all system attrs that its short form stands for. */
    private Object shown(String key, Object value) {
        if (!(value instanceof JsonObject object) || !"all".equals(object.getValue("$system"))) {
            return value;
        }
        JsonObject full = object.copy();
        full.remove("$system");
        system.getJsonObject("shown").forEach(entry -> {
            JsonObject attr = (JsonObject) entry.getValue();
            boolean isRef = "ref".equals(attr.getString("value-type"));
            String entity = attr.getJsonArray("forward-identity").getString(1);
            if (isRef ? key.equals("refs") : key.equals(entity)) {
                full.put(entry.getKey(), attr);
            }
        });
        return full;
    }

    private JsonArray resolve(JsonArray array) {
        JsonArray resolved = new JsonArray();
        for (Object element : array) {
            if (element instanceof JsonObject object && "all 57".equals(object.getValue("$system"))) {
                system.getJsonObject("attrs").forEach(attr -> resolved.add(attr.getValue()));
            } else {
                resolved.add(resolve(element));
            }
        }
        return resolved;
    }

    private @Nullable Object resolve(String text) {
        Matcher label = LABEL.matcher(text);
        if (label.matches()) {
            return value(label.group(1));
        }
        Matcher variable = VARIABLE.matcher(text);
        return variable.replaceAll(found -> String.valueOf(value(found.group(1))));
    }

    private static @Nullable Object value(String name) {
        return switch (name) {
            case "time" -> "2026-11-23T07:44:13Z";
            case "ms" -> 1796629453446L;
            case "work", "inferred" -> null;
            case "trace" -> "5a79f98e577454e19b1734636b03eecd";
            case "uri" -> "http://localhost/debug";
            default -> name.startsWith("tx:") ? (Object) Long.valueOf(name.substring(3)) : text(name);
        };
    }

    private static String text(String name) {
        return name.endsWith(".email") ? name.replace(".email", "@example.com") : uuid(name);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
