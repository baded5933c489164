package dev.instant4j.local.http;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads the fields of a form. */
final class FormFields {
    private static final String TYPE = "(?i)application/x-www-form-urlencoded\\s*(;.*)?";

    private FormFields() {}

    static boolean isForm(String contentType) {
        return contentType.matches(TYPE);
    }

    /** Returns the fields of a query and of the body of a form, of which the last of a name counts. */
    static JsonObject of(MultiMap query, String body) {
        JsonObject fields = new JsonObject();
        query.forEach((name, value) -> fields.put(name, value));
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** Returns the text as it is if it is not encoded properly. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
