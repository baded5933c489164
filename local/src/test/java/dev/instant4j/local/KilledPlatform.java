package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A platform in a process of its own, which tells its parent where it is and runs until it is killed. */
final class KilledPlatform {
    private KilledPlatform() {}

    /**
     * Starts it.
     *
     * @param arguments the data directory, and the port on which the parent listens
     */
    public static void main(String[] arguments) throws IOException {
        LocalPlatform platform = LocalPlatform.start(Vertx.vertx(), LocalOptions.in(Path.of(arguments[0])))
                .await();
        LocalApp app = platform.appFor(Path.of("/killed.jsh")).await();
        JsonObject address = new JsonObject()
                .put("uri", platform.uri().toString())
                .put("app", app.id().toString())
                .put("token", app.adminToken().reveal());
        try (Socket parent = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
                OutputStream out = parent.getOutputStream()) {
            out.write(address.encode().getBytes(StandardCharsets.UTF_8));
        }
    }
}
