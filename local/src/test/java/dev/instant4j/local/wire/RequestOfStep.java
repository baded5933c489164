package dev.instant4j.local.wire;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the request that a recorded one describes. */
final class RequestOfStep {
    private static final String KEPT = "/?&=%:+,$'()*!~@;-._";

    private final Variables variables;
    private final JsonObject step;

    RequestOfStep(Variables variables, JsonObject step) {
        this.variables = variables;
        this.step = step;
    }

    HttpRequest to(URI platform) {
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, Object> header : step.getJsonObject("headers", new JsonObject())) {
            headers.put(header.getKey(), String.valueOf(variables.filled(header.getValue())));
        }
        String authorization = authorization(step.getString("auth", "none"));
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform + path()));
        HttpRequest.BodyPublisher body = BodyPublishers.noBody();
        if (step.containsKey("body")) {
            headers.putIfAbsent("Content-Type", "application/json");
            body = BodyPublishers.ofString(Json.encode(variables.filled(step.getValue("body"))));
        } else if (step.containsKey("raw")) {
            body = BodyPublishers.ofString(variables.text(step.getString("raw")));
        }
        headers.forEach(request::header);
        return request.method(step.getString("method"), body).build();
    }

    private @Nullable String authorization(String kind) {
        if (kind.equals("none")) {
            return null;
        }
        if (kind.startsWith("raw:")) {
            return variables.text(kind.substring("raw:".length()));
        }
        if (kind.equals("admin")) {
            return "Bearer " + variables.get("admin");
        }
        return "Bearer "
                + (kind.startsWith("token:")
                        ? variables.get(kind.substring("token:".length()))
                        : variables.token(kind));
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        variables.text(step.getString("path")).codePoints().forEach(code -> {
            String character = Character.toString(code);
            boolean isKept = KEPT.contains(character) || character.matches("[A-Za-z0-9]");
            path.append(
                    isKept
                            ? character
                            : URLEncoder.encode(character, StandardCharsets.UTF_8)
                                    .replace("+", "%20"));
        });
        return path.toString();
    }
}
