package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What was answered is kept, and what was not is there as a whole or not at all, whenever the process is killed. */
class DurabilityTest {
    private static final int WRITERS = 4;
    private static final int MIN_ACKNOWLEDGED = 40;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path directory;

    @RepeatedTest(2)
    void a_killed_platform_has_lost_nothing_it_acknowledged() throws IOException, InterruptedException {
        try (ServerSocket parent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process child = start(parent.getLocalPort());
            JsonObject address = address(parent);
            Thread[] writers = new Thread[WRITERS];
            for (int i = 0; i < WRITERS; i++) {
                writers[i] = new Thread(() -> writeUntilItDies(address, child));
                writers[i].start();
            }
            for (Thread writer : writers) {
                writer.join();
            }
            child.waitFor();
        }

        Map<String, Integer> kept = entitiesByTransaction();

        assertThat(kept.keySet()).containsAll(acknowledged);
        assertThat(new HashSet<>(kept.values())).containsExactly(2);
    }

    private Process start(int port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPlatform.class.getName(),
                        directory.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static JsonObject address(ServerSocket parent) throws IOException {
        try (Socket child = parent.accept()) {
            return new JsonObject(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void writeUntilItDies(JsonObject address, Process child) {
        HttpClient client = HttpClient.newHttpClient();
        try {
            while (child.isAlive()) {
                String number = UUID.randomUUID().toString();
                int status = client.send(transaction(address, number), BodyHandlers.discarding())
                        .statusCode();
                if (status == 200) {
                    acknowledged.add(number);
                }
                if (acknowledged.size() >= MIN_ACKNOWLEDGED) {
                    child.destroyForcibly();
                }
            }
        } catch (IOException | InterruptedException killed) {
            child.destroyForcibly();
        }
    }

    /** Returns a transaction that writes two entities. */
    private static HttpRequest transaction(JsonObject address, String number) {
        JsonArray steps = new JsonArray();
        for (int i = 0; i < 2; i++) {
            steps.add(new JsonArray()
                    .add("update")
                    .add("entries")
                    .add(UUID.randomUUID().toString())
                    .add(new JsonObject().put("transaction", number)));
        }
        return HttpRequest.newBuilder(URI.create(address.getString("uri") + "/admin/transact"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + address.getString("token"))
                .header("app-id", address.getString("app"))
                .POST(BodyPublishers.ofString(
                        new JsonObject().put("steps", steps).encode()))
                .build();
    }

    private Map<String, Integer> entitiesByTransaction() {
        Vertx vertx = Vertx.vertx();
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.in(directory)).await();
        LocalApp app = platform.appFor(Path.of("/killed.jsh")).await();
        JsonArray entities = TestApp.of(vertx, platform, app).entities("entries");
        platform.close().await();
        vertx.close().await();
        return entities.stream()
                .map(entity -> ((JsonObject) entity).getString("transaction"))
                .collect(Collectors.toMap(number -> number, number -> 1, Integer::sum));
    }
}
