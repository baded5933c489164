package dev.instant4j.local;

import dev.instant4j.local.store.JobRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.StoreException;
import dev.instant4j.model.JobType;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.local.TestApp.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a platform that keeps its data in a directory finds there when it starts again. */
class RestartTest {
    private static final String ENTITY = "5eed0000-0000-4000-8000-000000000001";
    private static final UUID GROUP = UUID.fromString("5eed0000-0000-4000-8000-00000000000a");
    private static final int MAX_POLLS = 5_000;

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void schema_rules_and_data_are_there_after_a_restart() {
        LocalPlatform before = start();
        TestApp app = app(before);
        app.transact(step("update", "posts", ENTITY, new JsonObject().put("title", "kept")));
        app.post("/rules", new JsonObject("{\"code\":{\"posts\":{\"allow\":{\"view\":\"true\"}}}}"));
        String schema = app.get("/schema/pull").json().encode();
        before.close().await();

        LocalPlatform after = start();
        TestApp again = app(after);

        assertThat(again.entities("posts").getJsonObject(0).getString("title")).isEqualTo("kept");
        assertThat(again.get("/perms/pull").json().encode()).contains("\"view\":\"true\"");
        assertThat(again.get("/schema/pull").json()).isEqualTo(new JsonObject(schema));
        after.close().await();
    }

    @Test
    void a_job_that_was_interrupted_goes_on_after_a_restart() {
        LocalPlatform before = start();
        TestApp app = app(before);
        app.transact(step("update", "posts", ENTITY, new JsonObject().put("title", "kept")));
        JsonObject title = app.get("/schema/pull")
                .json()
                .getJsonObject("schema")
                .getJsonObject("blobs")
                .getJsonObject("posts")
                .getJsonObject("title");
        before.close().await();
        interruptedJob(UUID.fromString(app.id()), UUID.fromString(title.getString("id")));

        LocalPlatform after = start();
        JsonObject job = settled(app(after));

        assertThat(job.getString("job_status")).isEqualTo("completed");
        assertThat(job.getString("job_stage")).isEqualTo("update-attr-done");
        after.close().await();
    }

    @Test
    void a_database_of_a_newer_version_is_named_and_left_as_it_is() throws SQLException, IOException {
        start().close().await();
        Path file = directory.resolve("instant4j.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO migration (number, applied_at) VALUES (999, 0)");
        }
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(this::start)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("layout 999");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private LocalPlatform start() {
        return LocalPlatform.start(vertx, LocalOptions.in(directory)).await();
    }

    private TestApp app(LocalPlatform platform) {
        return TestApp.of(vertx, platform, platform.appFor(Path.of("/blog.jsh")).await());
    }

    private void interruptedJob(UUID app, UUID attr) {
        JobRow job = new JobRow(
                UUID.randomUUID(),
                app,
                GROUP,
                attr,
                JobType.UNIQUE,
                "processing",
                "update-triples",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                null);
        Store store = Store.open(vertx, directory, Clock.systemUTC()).await();
        store.write(tx -> {
                    tx.jobs().add(job);
                    return job;
                })
                .await();
        store.close().await();
    }

    private static JsonObject settled(TestApp app) {
        for (int i = 0; i < MAX_POLLS; i++) {
            JsonArray jobs = app.get("/indexing-jobs/group/" + GROUP).json().getJsonArray("jobs");
            if (jobs.getJsonObject(0).getString("done_at") != null) {
                return jobs.getJsonObject(0);
            }
        }
        throw new AssertionError("The job does not end.");
    }
}
