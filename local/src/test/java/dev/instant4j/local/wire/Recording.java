package dev.instant4j.local.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A scenario that was recorded: requests in order, each with its answer. */
record Recording(String folder, String name, JsonObject json) {

    /** One request and its answer. */
    record Step(int number, JsonObject request, JsonObject response) {
        @Override
        public String toString() {
            return "step " + number + " " + request.getString("method") + " " + request.getString("path");
        }
    }

    /** Returns the recordings below a folder, sorted by path. */
    static List<Recording> in(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !root.equals(file.getParent()))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Recording read(Path file) {
        JsonObject json = json(file);
        return new Recording(String.valueOf(file.getName(file.getNameCount() - 2)), json.getString("name"), json);
    }

    static JsonObject json(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<Step> steps() {
        JsonArray steps = json.getJsonArray("steps");
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new Step(
                        i + 1,
                        steps.getJsonObject(i).getJsonObject("request"),
                        steps.getJsonObject(i).getJsonObject("response")))
                .toList();
    }

    /** Returns the values that steps refer to by name. */
    JsonObject variables() {
        return json.getJsonObject("vars", new JsonObject());
    }

    /** Returns the names of variables that hold a new id in each run. */
    List<String> fresh() {
        return json.getJsonArray("fresh", new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
    }
}
