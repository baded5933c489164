package dev.instant4j.client;

import dev.instant4j.error.TransportException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import dev.instant4j.model.backup.StorageFile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.client.Scripted.failure;
import static dev.instant4j.client.Scripted.result;
import static org.assertj.core.api.Assertions.assertThat;

/** A platform whose certificate nobody vouches for gets to see nothing. */
@ExtendWith(VertxExtension.class)
@SuppressWarnings("NullAway.Init")
class SecureConnectionTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final String PASSWORD = "password";

    private final AtomicInteger requests = new AtomicInteger();

    @TempDir
    private Path folder;

    private HttpServer server;
    private URI uri;
    private InstantPlatform platform;

    @BeforeEach
    void start(Vertx vertx) throws IOException, InterruptedException {
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(
                        new PfxOptions().setPath(certificate().toString()).setPassword(PASSWORD));
        server = vertx.createHttpServer(options).requestHandler(request -> {
            requests.incrementAndGet();
            request.response().end("{\"perms\":null}");
        });
        result(server.listen(0, "localhost"));
        uri = URI.create("https://localhost:" + server.actualPort());
        platform = InstantPlatform.create(
                vertx,
                PlatformOptions.at(uri)
                        .withToken(Token.of("8ce5d753-6bd1-441c-a7a3-3010ba25068a"))
                        .withRetry(RetryPolicy.NEVER));
    }

    @AfterEach
    void stop() {
        result(platform.close());
        result(server.close());
    }

    @Test
    void a_request_is_not_sent() {
        TransportException failure =
                failure(TransportException.class, platform.rules().pull(APP));

        assertThat(failure).hasMessageContaining("no secure connection to " + uri);
        assertThat(failure.mayHaveHappened()).isFalse();
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_file_is_not_asked_for() {
        StorageFile file = new StorageFile("a1", "cat.png", Token.of(uri + "/a1?sig=secret"));

        failure(
                TransportException.class,
                platform.backups(APP).download(file, folder, told -> {}).outcome());

        assertThat(requests).hasValue(0);
    }

    /** Makes a certificate of localhost that is signed by itself. */
    private Path certificate() throws IOException, InterruptedException {
        Path store = folder.resolve("localhost.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-dname",
                        "CN=localhost",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }
}
