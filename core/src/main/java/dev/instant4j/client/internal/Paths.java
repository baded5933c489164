package dev.instant4j.client.internal;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/** Paths and queries, encoded. */
public final class Paths {

    private Paths() {}

    /** Returns {@code text} as one segment of a path, or as a part of a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Returns a path with a query of one parameter. */
    public static String query(String path, String name, String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(name, value);
        return query(path, parameters);
    }

    /** Returns a path with a query, in the order of its parameters; without one if there are none. */
    public static String query(String path, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return path;
        }
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(joining("&", path + "?", ""));
    }
}
