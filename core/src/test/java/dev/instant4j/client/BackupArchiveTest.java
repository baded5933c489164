package dev.instant4j.client;

import dev.instant4j.error.ApiException;
import dev.instant4j.error.TransportException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.backup.BackupId;
import dev.instant4j.model.backup.BackupProgress;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystemException;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.client.Scripted.failure;
import static dev.instant4j.client.Scripted.result;
import static org.assertj.core.api.Assertions.assertThat;

/** A whole backup in a folder, whatever happens on the way. */
@ExtendWith(VertxExtension.class)
@SuppressWarnings("NullAway.Init")
class BackupArchiveTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final BackupId BACKUP = new BackupId(UUID.fromString("80d52912-2b64-45e0-8993-512d43d2498b"));
    private static final String PATH = "/dash/apps/" + APP + "/backups/" + BACKUP;
    private static final Map<String, String> CONTENTS = new TreeMap<>(Map.of(
            "config.json", "{}",
            "entities/posts.jsonl", "{\"id\":1}\n",
            "entities/tags.jsonl", "",
            "files/a1", "cat",
            "files/a2", "dog"));

    private final List<String> served = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<HttpServerRequest>> troubles = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private HttpServer server;
    private InstantPlatform platform;

    @BeforeEach
    void start(Vertx vertx) {
        server = vertx.createHttpServer().requestHandler(this::serve);
        result(server.listen(0, "localhost"));
        platform = InstantPlatform.create(
                vertx,
                PlatformOptions.at(URI.create("http://localhost:" + server.actualPort()))
                        .withRetry(Scripted.HASTY));
    }

    @AfterEach
    void stop() {
        result(platform.close());
        result(server.close());
    }

    @Test
    void a_whole_backup_becomes_a_folder() throws IOException {
        List<BackupProgress> told = new CopyOnWriteArrayList<>();

        Path whole = result(
                platform.backups(APP).downloadAll(BACKUP, folder, told::add).outcome());

        assertThat(whole).isEqualTo(folder.resolve("instant-backup-" + BACKUP));
        assertThat(contentsOf(whole)).isEqualTo(CONTENTS);
        assertThat(folder).isDirectoryContaining(path -> path.equals(whole));
        assertThat(served).containsExactlyInAnyOrderElementsOf(CONTENTS.keySet());
        assertThat(told.get(told.size() - 1)).isEqualTo(new BackupProgress(5, 5, 17));
    }

    @Test
    void what_was_brought_is_not_brought_again() throws IOException {
        troubles.put(
                "files/a2", request -> request.response().setStatusCode(403).end());
        failure(ApiException.class, downloadAll().outcome());
        assertThat(folder.resolve("instant-backup-" + BACKUP)).doesNotExist();
        assertThat(served).hasSize(4);
        troubles.clear();

        Path whole = result(downloadAll().outcome());

        assertThat(served).hasSize(5).doesNotHaveDuplicates();
        assertThat(contentsOf(whole)).isEqualTo(CONTENTS);
        assertThat(result(downloadAll().outcome())).isEqualTo(whole);
        assertThat(served).hasSize(5);
    }

    @Test
    void a_transfer_that_breaks_off_is_begun_again() throws IOException {
        troubles.put("entities/posts.jsonl", request -> {
            troubles.clear();
            request.response().putHeader("content-length", "100").write("{\"id\"");
            request.connection().close();
        });

        assertThat(contentsOf(result(downloadAll().outcome()))).isEqualTo(CONTENTS);
    }

    @Test
    void a_download_can_be_cancelled_while_nothing_comes_in() throws IOException {
        Promise<Void> begun = Promise.promise();
        troubles.put("files/a1", request -> {
            request.response().putHeader("content-length", "100").write("c");
            begun.tryComplete();
        });
        Download download = downloadAll();
        result(begun.future());

        download.cancel();

        failure(CancellationException.class, download.outcome());
        assertThat(contentsOf(folder).keySet()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void closing_the_client_ends_its_downloads() throws IOException {
        Promise<Void> begun = Promise.promise();
        troubles.put("files/a1", request -> {
            request.response().putHeader("content-length", "100").write("c");
            begun.tryComplete();
        });
        Download download = downloadAll();
        result(begun.future());

        result(platform.close());

        failure(TransportException.class, download.outcome());
        assertThat(contentsOf(folder).keySet()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void what_the_listener_throws_ends_it_and_is_not_tried_again() {
        Download download = platform.backups(APP).downloadAll(BACKUP, folder, told -> {
            throw new IllegalStateException("no more");
        });

        assertThat(failure(IllegalStateException.class, download.outcome())).hasMessage("no more");
    }

    @Test
    void a_folder_that_can_not_be_written_is_named_as_such() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        Download download = platform.backups(APP).downloadAll(BACKUP, file, told -> {});

        failure(FileSystemException.class, download.outcome());
    }

    private Download downloadAll() {
        return platform.backups(APP).downloadAll(BACKUP, folder, told -> {});
    }

    private void serve(HttpServerRequest request) {
        String path = request.path();
        if (path.equals(PATH + "/files")) {
            request.response().end(listing().encode());
        } else if (path.equals(PATH + "/storage-files")) {
            request.response().end(stored("a1") + stored("a2") + "{\"done\":true}\n");
        } else if (path.equals(PATH + "/file-url")) {
            request.response()
                    .end(new JsonObject()
                            .put("url", address(request.getParam("name")))
                            .encode());
        } else {
            send(request, path.substring("/at/".length()));
        }
    }

    private void send(HttpServerRequest request, String name) {
        Consumer<HttpServerRequest> trouble = troubles.get(name);
        if (trouble != null) {
            trouble.accept(request);
        } else {
            served.add(name);
            request.response().end(CONTENTS.getOrDefault(name, ""));
        }
    }

    private static JsonObject listing() {
        JsonArray files = new JsonArray();
        CONTENTS.forEach((name, content) -> {
            if (!name.startsWith("files/")) {
                files.add(new JsonObject().put("name", name).put("size", content.length()));
            }
        });
        return new JsonObject().put("files", files);
    }

    private String stored(String locationId) {
        return new JsonObject()
                        .put("locationId", locationId)
                        .put("path", "pets/" + locationId)
                        .put("url", address("files/" + locationId))
                        .encode()
                + "\n";
    }

    private String address(String name) {
        return "http://localhost:" + server.actualPort() + "/at/" + name + "?sig=secret";
    }

    private static Map<String, String> contentsOf(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return contents;
    }
}
