package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a platform forgets, seen by restarting it at other times. */
class SweepTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void a_temporary_app_lives_for_fifteen_days() {
        LocalPlatform platform = startAt(Duration.ZERO);
        String id = new Exchanges(vertx, platform)
                .post("/dash/apps/ephemeral", Map.of(), new JsonObject().put("title", "short-lived"))
                .await()
                .json()
                .getJsonObject("app")
                .getString("id");
        platform.close().await();

        assertThat(statusAfter(Duration.ofDays(15), id)).isEqualTo(200);
        assertThat(statusAfter(Duration.ofDays(15).plusMinutes(1), id)).isEqualTo(400);
    }

    @Test
    void an_app_is_forgotten_with_all_that_was_set_for_it() {
        LocalPlatform platform = startAt(Duration.ZERO);
        TestApp app = TestApp.on(vertx, platform, new JsonObject());
        app.post(
                "/email_templates",
                new JsonObject("{\"email-type\":\"magic-code\",\"subject\":\"{code}\",\"body\":\"{code}\","
                        + "\"sender-email\":\"me@example.com\"}"));
        app.post("/authorized_redirect_origins", new JsonObject("{\"service\":\"netlify\",\"params\":[\"site\"]}"));
        app.post("/oauth_service_providers", new JsonObject("{\"provider_name\":\"github\"}"));
        assertThat(app.post(
                                "/webhooks",
                                new JsonObject("{\"url\":\"https://example.com\",\"namespaces\":[\"$users\"],"
                                        + "\"actions\":[\"create\"]}"))
                        .status())
                .isEqualTo(200);
        platform.close().await();

        assertThat(statusAfter(Duration.ofDays(16), app.id())).isEqualTo(400);
    }

    @Test
    void a_deleted_attr_is_forgotten_after_two_days() {
        LocalPlatform platform = startAt(Duration.ZERO);
        TestApp app = app(platform);
        app.transact(TestApp.step("update", "posts", "5eed0000-0000-4000-8000-000000000001", new JsonObject()));
        JsonObject id = app.get("/schema/pull")
                .json()
                .getJsonObject("schema")
                .getJsonObject("blobs")
                .getJsonObject("posts")
                .getJsonObject("id");
        JsonArray step = new JsonArray().add("delete-attr").add(id.getString("id"));
        app.post("/schema/steps/apply", new JsonObject().put("steps", new JsonArray().add(step)));
        platform.close().await();

        assertThat(deletedAttrsAfter(Duration.ofDays(2))).isEqualTo(1);
        assertThat(deletedAttrsAfter(Duration.ofDays(2).plusMinutes(1))).isZero();
    }

    private int statusAfter(Duration time, String temporaryApp) {
        LocalPlatform platform = startAt(time);
        int status = new Exchanges(vertx, platform)
                .get("/dash/apps/ephemeral/" + temporaryApp, "")
                .await()
                .status();
        platform.close().await();
        return status;
    }

    private int deletedAttrsAfter(Duration time) {
        LocalPlatform platform = startAt(time);
        int count = app(platform)
                .get("/soft_deleted_attrs")
                .json()
                .getJsonArray("attrs")
                .size();
        platform.close().await();
        return count;
    }

    private TestApp app(LocalPlatform platform) {
        return TestApp.of(vertx, platform, platform.appFor(Path.of("/blog.jsh")).await());
    }

    private LocalPlatform startAt(Duration time) {
        Clock clock = Clock.fixed(BEGIN.plus(time), ZoneOffset.UTC);
        return LocalPlatform.start(vertx, LocalOptions.in(directory).withClock(clock))
                .await();
    }
}
