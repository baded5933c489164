package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static dev.instant4j.local.TestApp.step;
import static org.assertj.core.api.Assertions.assertThat;

/** What owners set for their apps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppSettingTest {
    private static final String ENTITY = "5eed0000-0000-4000-8000-000000000001";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final Exchanges exchanges = new Exchanges(vertx, platform);
    private final String login =
            platform.users().user("owner@local.test").await().loginToken().reveal();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void a_read_only_app_can_be_read_and_not_written() {
        TestApp app = owned();
        app.transact(step("update", "posts", ENTITY, new JsonObject().put("title", "kept")));

        JsonObject answer = dash(app, "/status", new JsonObject().put("status", "read-only"));

        assertThat(answer).isEqualTo(new JsonObject().put("status", "read-only"));
        assertThat(app.entities("posts")).hasSize(1);
        assertThat(app.transact(step("delete", "posts", ENTITY)).json().getString("message"))
                .isEqualTo("This app is in read-only mode.");
    }

    @Test
    void an_unknown_status_is_malformed() {
        assertThat(dash(owned(), "/status", new JsonObject().put("status", "zzz"))
                        .getString("message"))
                .isEqualTo("Malformed parameter: [\"body\" \"status\"]");
    }

    @Test
    void a_temporary_app_gets_its_status_with_its_admin_token() {
        JsonObject app = exchanges
                .post("/dash/apps/ephemeral", Map.of(), new JsonObject().put("title", "temporary"))
                .await()
                .json()
                .getJsonObject("app");
        String path = "/dash/apps/ephemeral/" + app.getString("id") + "/status";
        JsonObject body = new JsonObject().put("status", "disabled");

        JsonObject wrong = new JsonObject().put("admin-token", ENTITY).mergeIn(body);
        assertThat(exchanges.post(path, Map.of(), wrong).await().json().getString("message"))
                .isEqualTo("Record not found: app-admin-token");
        body.put("admin-token", app.getString("admin-token"));
        assertThat(exchanges.post(path, Map.of(), body).await().json().getString("status"))
                .isEqualTo("disabled");
    }

    @Test
    void clearing_an_app_takes_its_schema_and_data() {
        TestApp app = owned();
        app.transact(step("update", "posts", ENTITY, new JsonObject().put("title", "gone")));

        dash(app, "/clear", new JsonObject());

        assertThat(app.get("/schema/pull").json().getJsonObject("schema").encode())
                .doesNotContain("posts");
        assertThat(app.entities("posts")).isEmpty();
    }

    @Test
    void a_renamed_app_shows_its_new_title() {
        TestApp app = owned();

        dash(app, "/rename", new JsonObject().put("title", " New "));

        assertThat(app.get("/schema/pull").json().getString("app-title")).isEqualTo("New");
    }

    @Test
    void the_life_of_magic_codes_has_bounds() {
        TestApp app = owned();

        assertThat(dash(app, "/set-magic-code-expiry", new JsonObject().put("expiry", 30))
                        .getJsonObject("app")
                        .getInteger("magic_code_expiry_minutes"))
                .isEqualTo(30);
        assertThat(dash(app, "/set-magic-code-expiry", new JsonObject().put("expiry", 1441))
                        .getString("message"))
                .contains("must be under 1,440 minutes");
    }

    @Test
    void an_app_can_move_to_an_org() {
        TestApp app = owned();
        String org = exchanges
                .post("/dash/orgs", asOwner(), new JsonObject().put("title", "Org"))
                .await()
                .json()
                .getJsonObject("org")
                .getString("id");

        dash(app, "/transfer_to_org/" + org, new JsonObject());

        JsonObject moved = app.get("").json().getJsonObject("app");
        assertThat(moved.getString("org_id")).isEqualTo(org);
        assertThat(moved.getString("creator_id")).isNull();
    }

    @Test
    void a_test_user_signs_in_with_the_same_code_each_time() {
        TestApp app = owned();
        JsonObject wanted = new JsonObject().put("email", "test@example.com").put("code", "12345");

        assertThat(dash(app, "/test_users", wanted).getString("message"))
                .isEqualTo("Validation failed for code: Code must be a 6-digit number.");
        JsonObject made = dash(app, "/test_users", wanted.put("code", "123456"));
        for (int i = 0; i < 2; i++) {
            assertThat(app.admin("/verify_magic_code", wanted)
                            .json()
                            .getJsonObject("user")
                            .getString("email"))
                    .isEqualTo("test@example.com");
        }

        JsonObject id =
                new JsonObject().put("id", made.getJsonObject("test-user").getString("id"));
        JsonArray all = new JsonArray().add(made.getJsonObject("test-user"));
        assertThat(testUsers(app, HttpMethod.GET, new JsonObject())).isEqualTo(new JsonObject().put("test-users", all));
        assertThat(testUsers(app, HttpMethod.DELETE, id)).isEqualTo(made);
        assertThat(testUsers(app, HttpMethod.DELETE, id).getString("type")).isEqualTo("record-not-found");
        assertThat(app.admin("/verify_magic_code", wanted).status()).isEqualTo(400);
    }

    private JsonObject testUsers(TestApp app, HttpMethod method, JsonObject body) {
        Map<String, String> headers = new TreeMap<>(asOwner());
        headers.put("Content-Type", "application/json");
        String path = "/dash/apps/" + app.id() + "/test_users";
        return exchanges.send(method, path, headers, body.toBuffer()).await().json();
    }

    @Test
    void no_session_of_an_app_is_open() {
        JsonObject stats = exchanges
                .get("/dash/apps/" + owned().id() + "/stats", login)
                .await()
                .json();

        assertThat(stats).isEqualTo(new JsonObject("{\"count\":0,\"origins\":{}}"));
    }

    private TestApp owned() {
        TestApp app = TestApp.on(vertx, platform, new JsonObject());
        JsonObject claimed = dash(app, "/claim", new JsonObject().put("token", app.token()));
        assertThat(claimed).isEqualTo(new JsonObject());
        return app;
    }

    private JsonObject dash(TestApp app, String path, JsonObject body) {
        return exchanges
                .post("/dash/apps/" + app.id() + path, asOwner(), body)
                .await()
                .json();
    }

    private Map<String, String> asOwner() {
        return Map.of("Authorization", "Bearer " + login);
    }
}
