package dev.instant4j.local.wire;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one recording in order and compares the answers. */
final class Replay {
    private static final int MAX_POLLS = 5_000;

    private final HttpClient client;
    private final URI platform;
    private final Recording recording;
    private final Allowances allowances;
    private final ShortForms shortForms;
    private final Variables variables = new Variables();
    private final Bindings bindings = new Bindings();

    Replay(
            HttpClient client,
            URI platform,
            JsonObject tokens,
            Recording recording,
            Allowances allowances,
            ShortForms shortForms) {
        this.client = client;
        this.platform = platform;
        this.recording = recording;
        this.allowances = allowances;
        this.shortForms = shortForms;
        recording.variables().forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
        recording.fresh().forEach(name -> save(name, UUID.randomUUID().toString()));
        variables.addTokens(tokens).forEach(bindings::bind);
    }

    /** Returns what differs, step by step. */
    List<String> differences() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        for (Recording.Step step : recording.steps()) {
            String condition = step.request().getString("only_if");
            if (condition == null || variables.has(condition)) {
                differences(step).forEach(difference -> all.add(step + " " + difference));
            }
        }
        return all;
    }

    private List<String> differences(Recording.Step step) throws IOException, InterruptedException {
        HttpResponse<String> answer = settled(step);
        @Nullable Object body = json(answer.body());
        step.request().getJsonObject("save", new JsonObject()).forEach(entry -> {
            Object value = Pointer.in(body, String.valueOf(entry.getValue()));
            if (value != null) {
                save(entry.getKey(), value);
            }
        });
        if (Allowances.forgive(step.response(), answer.statusCode())) {
            return List.of();
        }
        AnswerMatch match = new AnswerMatch(bindings, path -> allowances.cover(recording.name(), path));
        return match.differences(step.response(), shown(step, answer, body), "");
    }

    private JsonObject shown(Recording.Step step, HttpResponse<String> answer, @Nullable Object body) {
        JsonObject shown = new JsonObject()
                .put("status", answer.statusCode())
                .put("type", answer.headers().firstValue("content-type").orElse(null));
        answer.headers().firstValue("location").ifPresent(location -> shown.put("location", location));
        if (step.response().containsKey("text")) {
            return shown.put("text", answer.body());
        }
        boolean isInFull = step.request().containsKey("full_system");
        return shown.put("body", shortForms.of(keptKnown(step, body), isInFull));
    }

    /** Lists that other scenarios add to are compared as far as this one knows them. */
    private @Nullable Object keptKnown(Recording.Step step, @Nullable Object body) {
        for (Object pointer : step.request().getJsonArray("keep_known", new JsonArray())) {
            if (Pointer.in(body, String.valueOf(pointer)) instanceof JsonArray list) {
                removeUnknown(list.iterator());
            }
        }
        return body;
    }

    private void removeUnknown(Iterator<Object> elements) {
        while (elements.hasNext()) {
            if (!variables.knows(elements.next())) {
                elements.remove();
            }
        }
    }

    private HttpResponse<String> settled(Recording.Step step) throws IOException, InterruptedException {
        JsonObject poll = step.request().getJsonObject("poll_until");
        HttpResponse<String> answer = send(step);
        for (int i = 0; poll != null && i < MAX_POLLS && !isSettled(answer.body(), poll); i++) {
            answer = send(step);
        }
        return answer;
    }

    private HttpResponse<String> send(Recording.Step step) throws IOException, InterruptedException {
        return client.send(
                new RequestOfStep(variables, step.request()).to(platform), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isSettled(String answer, JsonObject poll) {
        Object found = Pointer.in(json(answer), poll.getString("pointer", ""));
        JsonArray elements = found instanceof JsonArray array ? array : new JsonArray().add(found);
        JsonArray words = poll.getJsonArray("in");
        return elements.stream()
                .allMatch(element -> element instanceof JsonObject object
                        && words.contains(object.getValue(poll.getString("each")))
                        && poll.getJsonObject("and", new JsonObject()).stream()
                                .allMatch(more -> isOneOf(object, more)));
    }

    private static boolean isOneOf(JsonObject object, Map.Entry<String, Object> more) {
        return ((JsonArray) more.getValue()).contains(object.getValue(more.getKey()));
    }

    private void save(String name, Object value) {
        variables.put(name, value);
        if (value instanceof String text) {
            bindings.bind("<" + name + ">", text);
        }
    }

    private static @Nullable Object json(String text) {
        try {
            return text.isEmpty() ? null : Json.decodeValue(text);
        } catch (DecodeException notJson) {
            return text;
        }
    }
}
