package dev.instant4j.local.wire;

import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Each recording of the real platform is answered the same way by the embedded one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsTest {
    private static final Path ROOT = Path.of("src/test/resources/wire");
    private static final Path CATALOG = ROOT.resolve("system-catalog.json");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @TestFactory
    Stream<DynamicTest> answers_are_the_recorded_ones() {
        Allowances allowances = Allowances.read(ROOT.resolve("allowed-differences.txt"));
        JsonObject credentials = platform.users().credentials().await();
        ShortForms shortForms = new ShortForms(Recording.json(CATALOG));
        return Recording.in(ROOT).stream()
                .map(recording -> dynamicTest(
                        recording.name(),
                        () -> assertThat(new Replay(
                                                client, platform.uri(), credentials, recording, allowances, shortForms)
                                        .differences())
                                .isEmpty()));
    }
}
