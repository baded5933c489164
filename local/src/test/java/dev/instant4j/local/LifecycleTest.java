package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a platform takes from its surroundings, and that it gives it back. */
class LifecycleTest {
    private static final String THREADS = "instant4j-local";
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int SLOW_CLIENTS = 5;
    private static final String ENTITY = "5eed0000-0000-4000-8000-000000000001";

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void a_closed_platform_leaves_no_thread_and_no_file_but_its_own() throws InterruptedException {
        List<Thread> ofOthers = threads();
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.in(directory)).await();
        TestApp.on(vertx, platform, new JsonObject()).entities("notes");
        List<Thread> threads =
                threads().stream().filter(thread -> !ofOthers.contains(thread)).toList();

        platform.close().await();

        assertThat(threads).isNotEmpty();
        for (Thread thread : threads) {
            thread.join(PATIENCE_MILLIS);
        }
        assertThat(threads()).doesNotContainAnyElementsOf(threads);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("instant4j.db", "instant4j.lock");
    }

    @Test
    void a_closed_platform_no_longer_listens() {
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
        int port = platform.uri().getPort();

        platform.close().await();

        assertRefused(InetAddress.getLoopbackAddress(), port);
    }

    @Test
    void nobody_outside_of_this_machine_can_connect() throws IOException {
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.inMemory()).await();

        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .forEach(address -> assertRefused(address, platform.uri().getPort()));
        platform.close().await();
    }

    @Test
    void clients_that_do_not_read_keep_nobody_waiting_and_no_platform_open() throws IOException {
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
        TestApp app = TestApp.on(vertx, platform, new JsonObject());
        app.transact(TestApp.step("update", "notes", ENTITY, new JsonObject().put("text", "x".repeat(8 << 20))));
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < SLOW_CLIENTS; i++) {
            slow.add(asking(platform, app));
        }

        assertThat(new Exchanges(vertx, platform)
                        .post("/dash/apps/ephemeral", Map.of(), new JsonObject().put("title", "quick"))
                        .await()
                        .status())
                .isEqualTo(200);
        platform.close().await();
        for (Socket socket : slow) {
            socket.close();
        }
    }

    /** Returns a client that has asked for much and does not take it. */
    private static Socket asking(LocalPlatform platform, TestApp app) throws IOException {
        String body = "{\"query\":{\"notes\":{}}}";
        String request = "POST /admin/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\nAuthorization: Bearer " + app.token() + "\r\napp-id: " + app.id() + "\r\n\r\n"
                + body;
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), platform.uri().getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void assertRefused(InetAddress address, int port) {
        assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(ConnectException.class);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(THREADS))
                .toList();
    }
}
