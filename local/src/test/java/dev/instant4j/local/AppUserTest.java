package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How the users of apps sign in, in the words of the platform. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppUserTest {
    private static final JsonObject SCHEMA = new JsonObject("""
            {"entities": {"$users": {"attrs": {
                "nick": {"valueType": "string", "required": false, "config": {"indexed": true, "unique": false}}}}}}
            """);
    private static final String ANN = "ann@example.com";

    private final Map<String, String> mails = new ConcurrentHashMap<>();
    private final ManualClock clock = new ManualClock();
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform = LocalPlatform.start(
                    vertx, LocalOptions.inMemory().withMailbox(mails::put).withClock(clock))
            .await();
    private final Exchanges exchanges = new Exchanges(vertx, platform);
    private final TestApp app = TestApp.on(vertx, platform, SCHEMA);

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void a_mailed_code_signs_a_user_in() {
        String email = "mailed@example.com";

        JsonObject sent = post("/send_magic_code", new JsonObject().put("email", email));
        JsonObject signedIn = verify(email, sent.getString("code"));

        assertThat(mails).containsEntry(email, sent.getString("code"));
        assertThat(signedIn.getBoolean("created")).isTrue();
        assertThat(signedIn.getJsonObject("user").fieldNames())
                .containsExactlyInAnyOrder(
                        "app_id", "created_at", "email", "id", "isGuest", "nick", "refresh_token", "type");
        assertThat(signedIn.getJsonObject("user").getString("type")).isEqualTo("user");
    }

    @Test
    void a_code_is_good_for_its_own_address_and_some_minutes_only() {
        String email = "late@example.com";
        String code = code(email);

        assertThat(verify("other@example.com", code).getString("message"))
                .isEqualTo("Record not found: app-user-magic-code");
        clock.advance(Duration.ofMinutes(11));

        assertThat(verify(email, code).getString("message")).isEqualTo("Record expired: app-user-magic-code");
    }

    @Test
    void a_guest_who_gives_an_address_stays_who_it_is() {
        JsonObject guest = post("/sign_in_guest", new JsonObject()).getJsonObject("user");
        String email = "was-guest@example.com";

        JsonObject user = verify(email, code(email), guest).getJsonObject("user");

        assertThat(guest.getString("type")).isEqualTo("guest");
        assertThat(guest.getBoolean("isGuest")).isTrue();
        assertThat(user.getString("id")).isEqualTo(guest.getString("id"));
        assertThat(user.getBoolean("isGuest")).isFalse();
    }

    @Test
    void a_guest_who_turns_out_to_be_a_user_is_linked_to_it() {
        String email = "known@example.com";
        String known = verify(email, code(email)).getJsonObject("user").getString("id");
        JsonObject guest = post("/sign_in_guest", new JsonObject()).getJsonObject("user");

        JsonObject again = verify(email, code(email), guest);

        assertThat(again.getBoolean("created")).isFalse();
        assertThat(again.getJsonObject("user").getString("id")).isEqualTo(known);
        assertThat(users("id", guest.getString("id")).getJsonObject("user").getString("linkedPrimaryUser"))
                .isEqualTo(known);
    }

    @Test
    void a_new_user_gets_the_fields_that_the_app_has_for_users() {
        JsonObject body = new JsonObject().put("extra-fields", new JsonObject().put("nick", "bee"));

        assertThat(post("/refresh_tokens", body.copy().put("email", "bee@example.com"))
                        .getJsonObject("user")
                        .getString("nick"))
                .isEqualTo("bee");
        assertThat(post("/sign_in_guest", body).getJsonObject("user").getString("nick"))
                .isEqualTo("bee");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"zzz": 1}       | Validation failed for extra-fields: Unknown field: zzz. It must be defined in your $users schema.
            {"email": "x"}   | Validation failed for extra-fields: Cannot set system field: email
            {"nick": 1}      | Invalid value type for $users.nick. Value must be a string but the provided value type is number.
            """)
    void other_fields_are_refused(String fields, String message) {
        JsonObject body = new JsonObject().put("extra-fields", new JsonObject(fields));

        assertThat(post("/sign_in_guest", body).getString("message")).isEqualTo(message);
    }

    @Test
    void a_token_for_an_id_makes_that_user() {
        String id = UUID.randomUUID().toString();

        JsonObject made = post("/refresh_tokens", new JsonObject().put("id", id));

        assertThat(made.getBoolean("created")).isTrue();
        assertThat(made.getJsonObject("user").getString("id")).isEqualTo(id);
        assertThat(users("id", id).getJsonObject("user").getString("email")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /refresh_tokens    | {}                 | Validation failed for body: Please provide an `email` or `id`
            /sign_out          | {}                 | Validation failed for body: Please provide an `id`, `email`, or `refresh_token`
            /sign_out          | {"email": "zzz@zzz.zz"} | Record not found: app-user
            /magic_code        | {}                 | Missing parameter: ["body" "email"]
            /magic_code        | {"email": "zzz"}   | Malformed parameter: ["body" "email"]
            /verify_magic_code | {"email": "a@b.cd"} | Missing parameter: ["body" "code"]
            """)
    void a_request_that_tells_too_little_is_refused(String path, String body, String message) {
        assertThat(post(path, new JsonObject(body)).getString("message")).isEqualTo(message);
    }

    @Test
    void users_are_found_by_what_the_query_says() {
        post("/refresh_tokens", new JsonObject().put("email", ANN));

        assertThat(users("email", "ANN@example.com").getJsonObject("user").getString("email"))
                .isEqualTo(ANN);
        assertThat(users("email", "nobody@example.com")).isEqualTo(new JsonObject().putNull("user"));
        assertThat(users("id", "zzz").getString("message")).isEqualTo("Malformed parameter: [\"params\" \"id\"]");
        assertThat(users("foo", "bar").getString("message"))
                .isEqualTo("Validation failed for params: Please provide a user id, email, or refresh_token");
    }

    @Test
    void acting_as_a_guest_gives_nobody_a_token() {
        Map<String, String> guest = Map.of("app-id", app.id(), "as-guest", "true");
        JsonObject body = new JsonObject().put("email", ANN);

        assertThat(exchanges
                        .post("/admin/refresh_tokens", guest, body)
                        .await()
                        .json()
                        .getString("message"))
                .isEqualTo("Missing parameter: [\"headers\" \"authorization\"]");
    }

    @Test
    void those_who_administer_data_read_the_schema_with_plain_names() {
        JsonObject schema = get("/schema").getJsonObject("schema");

        assertThat(schema.getJsonObject("blobs").getJsonObject("$users").fieldNames())
                .contains("nick");
        assertThat(schema.getJsonObject("refs").fieldNames())
                .contains("$users-linkedPrimaryUser-$users-linkedGuestUsers");
        assertThat(get("/soft_deleted_attrs").getInteger("grace-period-days")).isEqualTo(2);
    }

    private String code(String email) {
        return post("/magic_code", new JsonObject().put("email", email)).getString("code");
    }

    private JsonObject verify(String email, String code) {
        return post("/verify_magic_code", new JsonObject().put("email", email).put("code", code));
    }

    private JsonObject verify(String email, String code, JsonObject guest) {
        JsonObject body = new JsonObject().put("email", email).put("code", code);
        return post("/verify_magic_code", body.put("refresh-token", guest.getString("refresh_token")));
    }

    private JsonObject post(String path, JsonObject body) {
        return app.admin(path, body).json();
    }

    private JsonObject users(String key, String value) {
        return get("/users?" + key + "=" + value);
    }

    private JsonObject get(String path) {
        return app.admin(HttpMethod.GET, path).json();
    }
}
