package dev.instant4j.client;

import dev.instant4j.admin.EntityId;
import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The files of one app. Their names and addresses are entities of {@code $files}: query those to list them. */
public final class AppFilesApi {
    private final Requests requests;
    private final AppId app;

    AppFilesApi(Requests requests, AppId app) {
        this.requests = requests;
        this.app = app;
    }

    /**
     * Stores a file, in the place of one of the same path ({@code PUT /admin/storage/upload}). Safe to repeat.
     *
     * @param path such as {@code photos/cat.png}; ASCII only, as it travels in a header
     * @param contentType such as {@code image/png}
     * @return the entity of {@code $files}; fails with {@link IllegalArgumentException} if no header can carry the path
     */
    public Future<EntityId> upload(String path, String contentType, Buffer content) {
        return requests.send(() -> Call.put("store a file of app " + app, "/admin/storage/upload")
                        .header("app-id", app.toString())
                        .header("path", checked(path))
                        .content(contentType, content))
                .map(answer -> new EntityId(answer.member("data").member("id").uuid()));
    }

    /** Deletes files by their paths ({@code POST /admin/storage/files/delete}). Safe to repeat. */
    public Future<Void> delete(List<String> paths) {
        return requests.send(() -> Call.post("delete files of app " + app, "/admin/storage/files/delete")
                        .header("app-id", app.toString())
                        .body(new JsonObject().put("filenames", new JsonArray(List.copyOf(paths))))
                        .repeatable())
                .mapEmpty();
    }

    private static String checked(String path) {
        if (path.isBlank() || !path.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "A file can't be stored as \"" + path + "\": its path needs ASCII characters, and no others.");
        }
        return path;
    }
}
