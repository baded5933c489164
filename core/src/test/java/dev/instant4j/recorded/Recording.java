package dev.instant4j.recorded;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * A conversation that was recorded from a real platform.
 *
 * @param exchanges in the order in which they happened
 */
public record Recording(List<Exchange> exchanges) {

    /**
     * A request and its answer.
     *
     * @param method of the request
     * @param path of the request, with its query
     * @param request its JSON body, null if it had none
     * @param status of the answer
     * @param answer its body: JSON, or a text if it was not JSON
     */
    public record Exchange(
            String method,
            String path,
            @Nullable Object request,
            int status,
            @Nullable Object answer) {

        /** Returns an exchange that answers 200, in JSON with single quotes; an empty request stands for none. */
        public static Exchange of(String method, String path, String request, String answer) {
            return new Exchange(method, path, json(request), 200, json(answer));
        }

        private static @Nullable Object json(String text) {
            return text.isEmpty() ? null : Json.decodeValue(text.replace('\'', '"'));
        }
    }

    /** Returns a recording by its folder and name: {@code C-steps/index-ok}. */
    public static Recording named(String name) {
        Labels labels = new Labels(read("system"));
        return new Recording(read(name).getJsonArray("steps").stream()
                .map(JsonObject.class::cast)
                .map(step -> exchange(labels, step))
                .toList());
    }

    /** Returns the answers to requests of that method whose path ends so. */
    public List<Object> answers(String method, String pathEnd) {
        return exchanges.stream()
                .filter(exchange -> exchange.method().equals(method)
                        && exchange.path().endsWith(pathEnd)
                        && exchange.status() == 200)
                .map(exchange -> requireNonNull(exchange.answer()))
                .toList();
    }

    private static Exchange exchange(Labels labels, JsonObject step) {
        JsonObject request = step.getJsonObject("request");
        JsonObject response = step.getJsonObject("response");
        return new Exchange(
                request.getString("method"),
                String.valueOf(labels.resolve(request.getString("path"))),
                labels.resolve(request.getValue("body")),
                response.getInteger("status"),
                labels.resolve(response.containsKey("body") ? response.getValue("body") : response.getValue("text")));
    }

    private static JsonObject read(String name) {
        try (InputStream file = requireNonNull(
                Recording.class.getResourceAsStream("/recorded/" + name + ".json"), "no recording " + name)) {
            return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
