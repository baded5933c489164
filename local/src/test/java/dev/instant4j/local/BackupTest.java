package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** Backups: there are none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {
    private static final String UNKNOWN = "5eed0000-0000-4000-8000-000000000001";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void there_are_no_backups_and_no_jobs() {
        TestApp app = TestApp.on(vertx, platform, new JsonObject());

        assertThat(app.get("/backups").json()).isEqualTo(new JsonObject("{\"backups\":[]}"));
        assertThat(app.get("/backup-jobs").json()).isEqualTo(new JsonObject("{\"jobs\":[]}"));
        assertThat(app.get("/backup-jobs/" + UNKNOWN).json()).isEqualTo(new JsonObject("{\"job\":null}"));
        assertThat(app.delete("/backup-jobs/" + UNKNOWN).json().getString("message"))
                .isEqualTo("Record not found: app-backup-job");
        assertThat(app.delete("/backups/" + UNKNOWN).json().getString("message"))
                .isEqualTo("Record not found: app-backup");
        for (String part : new String[] {"/files", "/file-url?name=x", "/storage-files"}) {
            assertThat(app.get("/backups/" + UNKNOWN + part).json().getString("message"))
                    .isEqualTo("Record not found: app-backup");
        }
    }

    @Test
    void a_temporary_app_is_never_backed_up() {
        TestApp app = TestApp.on(vertx, platform, new JsonObject());

        assertThat(app.post("/backups", new JsonObject()).json().getString("message"))
                .isEqualTo("Validation failed for app-backup-job: Ephemeral apps can't be backed up.");
    }

    @Test
    void other_apps_are_told_that_nothing_is_kept() {
        String token = platform.users()
                .user("owner@local.test")
                .await()
                .personalToken()
                .reveal();
        Exchanges exchanges = new Exchanges(vertx, platform);
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
        String app = exchanges
                .post("/superadmin/apps", headers, new JsonObject().put("title", "kept"))
                .await()
                .json()
                .getJsonObject("app")
                .getString("id");

        JsonObject refusal = exchanges
                .post("/dash/apps/" + app + "/backups", headers, new JsonObject())
                .await()
                .json();

        assertThat(refusal.getString("type")).isEqualTo("validation-failed");
        assertThat(refusal.getString("message")).contains("keeps no backups");
    }
}
