package dev.instant4j.local.stress;

import dev.instant4j.admin.Actor;
import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.Write;
import dev.instant4j.client.AdminClient;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.client.RetryPolicy;
import dev.instant4j.model.Schema;
import dev.instant4j.model.TemporaryApp;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.namespace;
import static dev.instant4j.dsl.Dsl.number;
import static dev.instant4j.dsl.Dsl.rules;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;
import static dev.instant4j.dsl.Dsl.view;
import static org.assertj.core.api.Assertions.assertThat;

/** Many clients at once: none is refused, nothing that was answered is lost, and memory stays small. */
class LoadTest {
    private static final int CLIENTS = Integer.getInteger("stress.clients", 20);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("stress.seconds", 1));
    private static final int WRITES = 10;
    private static final long MAX_BYTES = 250_000_000;
    private static final Schema BEFORE = schema(entity("notes", string("text")));
    private static final Schema AFTER =
            schema(entity("notes", string("text"), number("number").optional().indexed()));

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void clients_that_create_apps_push_and_write_at_once_lose_nothing() throws IOException {
        try (PlatformProcess process = PlatformProcess.start(directory)) {
            long end = System.nanoTime() + TIME.toNanos();
            List<Future<Void>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> work(process.uri(), end))
                    .toList();
            Future.join(clients).await();

            assertThat(process.peakBytes()).isLessThan(MAX_BYTES);
        }
    }

    private Future<Void> work(URI uri, long end) {
        InstantPlatform client =
                InstantPlatform.create(vertx, PlatformOptions.at(uri).withRetry(RetryPolicy.NEVER));
        return apps(client, end).eventually(client::close);
    }

    /** Makes one app after the other until the time is over, at least one. */
    private static Future<Void> apps(InstantPlatform client, long end) {
        return app(client).compose(done -> System.nanoTime() < end ? apps(client, end) : Future.succeededFuture());
    }

    private static Future<Void> app(InstantPlatform client) {
        NewApp wanted = NewApp.titled("load").schema(BEFORE).rules(rules(namespace("notes", view("auth.id != null"))));
        return client.apps().createTemporary(wanted).compose(app -> filled(client.withToken(app.adminToken()), app));
    }

    private static Future<Void> filled(InstantPlatform client, TemporaryApp made) {
        AdminClient admin = client.admin(made.id());
        List<String> texts = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(WRITES)
                .toList();
        Future<?> last = client.schema().push(made.id(), AFTER).outcome();
        for (String text : texts) {
            last = last.compose(before -> admin.transact(note(text)));
        }
        return last.compose(done -> texts(admin))
                .compose(kept -> {
                    assertThat(kept).containsExactlyInAnyOrderElementsOf(texts);
                    return texts(admin.as(Actor.GUEST));
                })
                .map(seen -> {
                    assertThat(seen).isEmpty();
                    return null;
                });
    }

    private static Write note(String text) {
        JsonObject values = new JsonObject().put("text", text).put("number", text.hashCode());
        return Write.create("notes", EntityId.random(), values);
    }

    private static Future<List<String>> texts(AdminClient admin) {
        return admin.query(Query.of(new JsonObject().put("notes", new JsonObject())))
                .map(answer -> answer.getJsonArray("notes").stream()
                        .map(note -> ((JsonObject) note).getString("text"))
                        .toList());
    }
}
