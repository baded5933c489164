package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which kind of token opens what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final Map<String, String> OUTCOMES = Map.of(
            "yes", "200",
            "in", "400 Missing parameter: [\"body\"",
            "needs", "400 You are missing the",
            "nobody", "400 Record not found: instant-user",
            "unknown", "401 Record not found: instant-user",
            "nothing", "400 Missing parameter: [\"headers\" \"authorization\"]");

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final Exchanges exchanges = new Exchanges(vertx, platform);
    private final Map<String, String> tokens = tokens();
    private final JsonObject app = newApp();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    private Map<String, String> tokens() {
        JsonObject made = platform.users().credentials().await();
        JsonObject me = made.getJsonObject("users").getJsonObject("me");
        Map<String, String> all = new TreeMap<>(Map.of("none", "", "other", "5eed0000-0000-4000-8000-00000000000f"));
        all.put("personal", me.getString("pat"));
        all.put("login", me.getString("refresh_token"));
        made.getJsonObject("oauth")
                .getJsonObject("tokens")
                .forEach(
                        scopes -> all.put(scopes.getKey(), ((JsonObject) scopes.getValue()).getString("access_token")));
        return all;
    }

    private JsonObject newApp() {
        JsonObject made = exchanges
                .call("POST /superadmin/apps", tokens.getOrDefault("personal", ""), "{'title': 'mine'}")
                .json()
                .getJsonObject("app");
        tokens.put("admin", made.getString("admin-token"));
        return made;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "GET /superadmin/apps/APP, personal yes login yes admin yes apps_read yes data_rw needs other unknown none nothing",
        "POST /superadmin/apps/APP, personal yes login yes admin yes apps_rw yes apps_read needs other unknown none nothing",
        "GET /superadmin/apps/APP/schema, personal yes login yes admin yes apps_read yes data_rw needs other unknown",
        "POST /superadmin/apps/APP/schema/push/plan, personal yes login yes admin yes apps_read yes data_rw needs",
        "POST /superadmin/apps/APP/schema/push/apply, personal yes login yes admin yes apps_rw yes apps_read needs",
        "GET /superadmin/apps/APP/perms, personal yes login yes admin yes apps_read yes data_rw needs other unknown",
        "POST /superadmin/apps/APP/perms, personal yes login yes admin yes apps_rw yes apps_read needs other unknown",
        "GET /superadmin/apps, personal yes login nobody admin nobody apps_read yes data_rw needs none nothing",
        "POST /superadmin/apps, personal yes login nobody admin nobody apps_rw yes apps_read needs none nothing",
        "GET /superadmin/orgs, personal yes login nobody admin nobody apps_read yes data_rw needs none nothing",
        "POST /superadmin/apps/APP/transfers/send, personal yes login nobody admin nobody all needs none nothing",
        "POST /superadmin/apps/APP/transfers/revoke, personal yes login nobody admin nobody all needs none nothing",
        "GET /dash/apps/APP, personal yes login yes admin yes apps_read yes data_rw needs other unknown none nothing",
        "GET /dash/apps/APP/schema/pull, personal yes login yes admin yes apps_read yes data_rw needs other unknown",
        "POST /dash/apps/APP/schema/push/plan, personal yes login yes admin yes apps_read yes data_rw needs",
        "POST /dash/apps/APP/schema/push/apply, personal yes login yes admin yes apps_rw yes apps_read needs",
        "POST /dash/apps/APP/schema/steps/apply, personal yes login yes admin yes apps_rw yes apps_read needs none nothing",
        "GET /dash/apps/APP/soft_deleted_attrs, personal yes login yes admin yes apps_read yes data_rw needs other unknown",
        "GET /dash/apps/APP/perms/pull, personal yes login yes admin yes apps_rw yes apps_read needs other unknown",
        "POST /dash/apps/APP/rules, personal yes login yes admin yes apps_rw yes apps_read needs other unknown",
        "GET /dash/apps/APP/rule-versions, personal yes login yes admin yes apps_read yes data_rw needs other unknown",
        "GET /dash/apps/APP/indexing-jobs/group/APP, personal yes login yes admin yes apps_rw yes apps_read needs",
        "GET /dash/apps/APP/indexing-jobs/APP, personal yes login yes admin yes apps_read yes data_rw needs",
        "GET /dash/apps/APP/auth, personal yes login yes admin yes apps_read yes data_rw needs other unknown none nothing",
        "POST /dash/apps/APP/authorized_redirect_origins, personal in login in admin in apps_rw in apps_read needs",
        "POST /dash/apps/APP/oauth_service_providers, personal in login in admin in apps_rw in apps_read needs",
        "POST /dash/apps/APP/oauth_clients, personal in login in admin in apps_rw in apps_read needs none nothing",
        "GET /dash/default-email-template, none yes",
        "GET /dash/apps/APP/email_status, personal yes login yes admin yes apps_read yes data_rw needs other unknown",
        "POST /dash/apps/APP/email_templates, personal in login in admin in apps_read in data_rw needs none nothing",
        "DELETE /dash/apps/APP/email_templates/APP, personal yes login yes admin yes apps_rw yes apps_read needs",
        "GET /dash/apps/APP/sender-verification, personal yes login yes admin yes apps_read yes data_rw needs",
        "POST /dash/apps/APP/send-test-email, personal in login in admin in apps_rw in apps_read needs none nothing",
        "GET /dash/apps/APP/webhooks, personal yes login yes admin yes data_rw yes apps_rw needs other unknown",
        "POST /dash/apps/APP/webhooks, personal in login in admin in data_rw in apps_rw needs none nothing",
        "GET /dash/apps/APP/webhooks/APP/events, personal yes login yes admin yes data_rw yes apps_rw needs",
        "GET /dash/apps/APP/backups, personal yes login yes admin yes data_rw yes apps_rw needs other unknown",
        "GET /dash/apps/APP/backup-jobs, personal yes login yes admin yes apps_read yes data_rw needs none nothing",
        "GET /dash/apps/APP/stats, login yes personal nobody admin unknown all nobody none nothing",
        "GET /dash/apps/ephemeral/APP, none denied",
        "POST /dash/apps/APP/rename, login yes personal nobody admin unknown all nobody none nothing",
        "POST /dash/apps/APP/status, login yes personal nobody admin unknown all nobody none nothing",
        "POST /dash/apps/APP/clear, login yes personal nobody admin unknown all nobody none nothing",
        "POST /dash/apps/APP/set-magic-code-expiry, login yes personal nobody admin unknown all nobody none nothing",
        "GET /dash, login yes personal nobody admin unknown all nobody none nothing",
        "GET /dash/me, login yes personal nobody admin unknown all nobody none nothing",
        "POST /dash/orgs, login yes personal nobody admin unknown all nobody none nothing",
        "GET /dash/personal_access_tokens, login yes personal nobody admin unknown all nobody none nothing",
        "POST /dash/personal_access_tokens, login yes personal nobody admin unknown all nobody none nothing",
    })
    void each_kind_of_token_opens_what_it_is_for(String request, String outcomes) {
        String[] words = outcomes.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            String expected = OUTCOMES.getOrDefault(words[i + 1], "400 Permission denied: not ephemeral-app?");
            assertThat(answer(request, tokens.getOrDefault(words[i], "")))
                    .as(words[i])
                    .startsWith(expected);
        }
    }

    private String answer(String request, String token) {
        String body = request.startsWith("GET")
                ? ""
                : "{'title': 'mine', 'code': {}, 'steps': [], 'status': 'active', 'expiry': 5, 'name': 'n',"
                        + " 'dest_email': 'a@b.co'}";
        Exchanges.Answer answer = exchanges.call(request.replace("APP", app.getString("id")), token, body);
        return answer.status() + " " + answer.message();
    }

    @Test
    void the_word_bearer_may_be_missing_and_is_not_understood_in_lower_case() {
        String read = "/superadmin/apps/" + app.getString("id");
        String token = app.getString("admin-token");

        assertThat(exchanges.get(read, Map.of("Authorization", token)).await().status())
                .isEqualTo(200);
        assertThat(exchanges
                        .get(read, Map.of("Authorization", "bearer " + token))
                        .await()
                        .message())
                .isEqualTo("Malformed parameter: [\"headers\" \"authorization\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "Bearer", "Basic dXNlcjpzZWNyZXQ=", "Bearer prt_secret", "Bearer eyJhbGciOiJFZERTQSJ9"})
    void what_is_no_token_is_malformed_and_not_told_again(String header) {
        Exchanges.Answer answer = exchanges
                .get("/superadmin/apps/" + app.getString("id"), Map.of("Authorization", header))
                .await();

        assertThat(answer.json().getJsonObject("hint").encode())
                .isEqualTo("{\"in\":[\"headers\",\"authorization\"],\"original-input\":\"••••\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /superadmin/apps/nope, 'Missing parameter: [\"headers\" \"authorization\"]'",
        "GET /dash/apps/nope, 'Malformed parameter: [\"params\" \"app_id\"]'",
    })
    void without_a_token_the_platform_api_says_so_first(String request, String message) {
        assertThat(exchanges.call(request, "", "").message()).isEqualTo(message);
    }

    @Test
    void an_admin_token_of_one_app_opens_no_other() {
        String other = "5eed0000-0000-4000-8000-000000000001";

        Exchanges.Answer answer =
                exchanges.call("GET /superadmin/apps/" + other + "/schema", tokens.getOrDefault("admin", ""), "");

        assertThat(answer.json().getJsonObject("hint"))
                .isEqualTo(new JsonObject().put("reason", "admin-token-mismatch"));
        assertThat(answer.message())
                .isEqualTo("This admin token does not belong to app " + other + ". Admin tokens are bound to a single"
                        + " app. Use a personal access token to manage other apps.");
    }
}
