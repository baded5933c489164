package dev.instant4j.push;

import dev.instant4j.check.Protections;
import dev.instant4j.model.AppId;
import dev.instant4j.wire.JsonCursor;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The file beside a definition that remembers what was protected when it was pushed last, for each app: a protection
 * must outlive the deletion of the code that said it. It is meant to be committed and holds no secret.
 */
public final class LockFile {
    /** Its name, beside the definition. */
    public static final String NAME = "instant.lock.json";

    private static final int FORMAT_VERSION = 1;

    private final Path path;

    private LockFile(Path path) {
        this.path = path;
    }

    /** Returns the lock file beside a definition; it need not exist. */
    public static LockFile beside(Path definition) {
        return new LockFile(definition.toAbsolutePath().resolveSibling(NAME));
    }

    /**
     * Returns what is remembered of an app; nothing if there is no file. Blocks.
     *
     * @throws IOException if the file can't be read
     * @throws IllegalArgumentException if it holds something else; the message names it
     */
    public Protections protections(URI platform, AppId app) throws IOException {
        NavigableMap<String, String> reasons = new TreeMap<>();
        apps().getJsonObject(key(platform, app), new JsonObject())
                .forEach(entry -> reasons.put(entry.getKey(), String.valueOf(entry.getValue())));
        return new Protections(reasons);
    }

    /**
     * Remembers what an app has protected now, and keeps what is remembered of others. Writes nothing if that is
     * nothing new; never leaves half a file. Blocks.
     *
     * @throws IOException if the file can't be written
     * @throws IllegalArgumentException if the file holds something else; it is left as it is
     */
    public void remember(URI platform, AppId app, Protections protections) throws IOException {
        if (protections.equals(protections(platform, app))) {
            return;
        }
        NavigableMap<String, Object> apps = new TreeMap<>(apps().getMap());
        JsonObject reasons = new JsonObject();
        protections.reasons().forEach(reasons::put);
        apps.put(key(platform, app), reasons);
        JsonObject document = new JsonObject()
                .put("formatVersion", FORMAT_VERSION)
                .put("protected", new JsonObject(new TreeMap<>(apps)));
        Path draft = Files.createTempFile(path.getParent(), NAME, ".tmp");
        try {
            Files.writeString(draft, document.encodePrettily() + "\n");
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String key(URI platform, AppId app) {
        return platform + " " + app;
    }

    private JsonObject apps() throws IOException {
        if (Files.notExists(path)) {
            return new JsonObject(Map.of());
        }
        try {
            Object content = Json.decodeValue(Files.readString(path));
            return JsonCursor.of("read " + path, content).member("protected").object();
        } catch (io.vertx.core.json.DecodeException | dev.instant4j.error.DecodeException damaged) {
            throw new IllegalArgumentException(path + " is damaged: restore it from version control.", damaged);
        }
    }
}
