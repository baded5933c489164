package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who can log in, and who may do what with whose apps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {
    private final Map<String, String> mails = new ConcurrentHashMap<>();
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform = LocalPlatform.start(
                    vertx, LocalOptions.inMemory().withMailbox(mails::put))
            .await();
    private final Exchanges exchanges = new Exchanges(vertx, platform);
    private final LocalUser owner = platform.users().user("owner@local.test").await();
    private final LocalUser friend = platform.users().user("friend@local.test").await();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void a_mailed_code_logs_in_once() {
        post("/dash/auth/send_magic_code", "", new JsonObject().put("email", "New@Local.test"));
        JsonObject login = new JsonObject().put("email", "new@local.test").put("code", mails.get("new@local.test"));

        String token = post("/dash/auth/verify_magic_code", "", login).json().getString("token");

        assertThat(get("/dash/me", token).json().getJsonObject("user").getString("email"))
                .isEqualTo("new@local.test");
        assertThat(post("/dash/auth/verify_magic_code", "", login).json().getString("message"))
                .isEqualTo("Record not found: instant-user-magic-code");
    }

    @Test
    void a_denied_login_of_a_command_line_gives_no_token() {
        JsonObject login = post("/dash/cli/auth/register", "", new JsonObject()).json();
        post("/dash/cli/auth/void", login(owner), new JsonObject().put("ticket", login.getString("ticket")));

        JsonObject answer = post("/dash/cli/auth/check", "", new JsonObject().put("secret", login.getString("secret")))
                .json();

        assertThat(answer.getString("message")).endsWith("This request has been denied");
    }

    @Test
    void a_transferred_app_belongs_to_whoever_accepts_it() {
        String app = newApp("given away");
        JsonObject offer = post(
                        "/superadmin/apps/" + app + "/transfers/send",
                        pat(owner),
                        new JsonObject().put("dest_email", friend.email()))
                .json();

        post("/dash/invites/accept", login(friend), new JsonObject().put("invite-id", offer.getString("id")));

        assertThat(get("/superadmin/apps", pat(friend)).body().toString()).contains(app);
        assertThat(get("/superadmin/apps/" + app, pat(owner)).status()).isEqualTo(400);
    }

    @Test
    void an_invite_is_good_for_its_receiver_only() {
        String app = newApp("private");
        JsonObject offer = post(
                        "/superadmin/apps/" + app + "/transfers/send",
                        pat(owner),
                        new JsonObject().put("dest_email", "someone.else@local.test"))
                .json();

        Exchanges.Answer answer =
                post("/dash/invites/accept", login(friend), new JsonObject().put("invite-id", offer.getString("id")));

        assertThat(answer.json().getString("message")).isEqualTo("Permission denied: not invitee?");
    }

    @Test
    void a_withdrawn_offer_cannot_be_accepted() {
        String app = newApp("kept after all");
        JsonObject receiver = new JsonObject().put("dest_email", friend.email());
        JsonObject offer = post("/superadmin/apps/" + app + "/transfers/send", pat(owner), receiver)
                .json();

        JsonObject revoked = post("/superadmin/apps/" + app + "/transfers/revoke", pat(owner), receiver)
                .json();

        assertThat(revoked.getInteger("count")).isEqualTo(1);
        assertThat(post("/dash/invites/accept", login(friend), new JsonObject().put("invite-id", offer.getString("id")))
                        .json()
                        .getString("message"))
                .isEqualTo("Permission denied: not acceptable?");
    }

    @Test
    void an_org_with_apps_cannot_be_deleted() {
        JsonObject org = post("/dash/orgs", login(owner), new JsonObject().put("title", "Org"))
                .json()
                .getJsonObject("org");
        JsonObject body = new JsonObject().put("title", "of the org").put("org_id", org.getString("id"));
        JsonObject app = post("/superadmin/apps", pat(owner), body).json().getJsonObject("app");

        Exchanges.Answer answer = exchanges
                .send(
                        HttpMethod.DELETE,
                        "/dash/orgs/" + org.getString("id"),
                        Map.of("Authorization", "Bearer " + login(owner)),
                        Buffer.buffer())
                .await();

        assertThat(app.getString("org_id")).isEqualTo(org.getString("id"));
        assertThat(answer.json().getString("message")).isEqualTo("The org can't be deleted while it still has apps.");
    }

    @Test
    void nobody_makes_apps_for_others() {
        String app = newApp("own");

        assertThat(post("/dash/apps/get_a_db", pat(owner), new JsonObject().put("title", "x"))
                        .json()
                        .getString("message"))
                .isEqualTo("Permission denied: not get-a-db-user?");
        assertThat(get("/dash/apps/get_a_db/" + app, "").json().getString("message"))
                .isEqualTo("Permission denied: not claimable-app?");
    }

    @Test
    void a_repeated_creation_with_the_same_id_is_found_out() {
        JsonObject body = new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("title", "own id")
                .put("admin_token", UUID.randomUUID().toString());
        assertThat(post("/dash/apps", login(owner), body).status()).isEqualTo(200);

        assertThat(post("/dash/apps", login(owner), body).json().getString("message"))
                .isEqualTo("Record not unique: app");
    }

    @Test
    void secrets_of_users_are_not_kept_as_they_are(@TempDir Path directory) throws IOException {
        LocalPlatform kept =
                LocalPlatform.start(vertx, LocalOptions.in(directory)).await();
        LocalUser user = kept.users().user("secret@local.test").await();
        kept.close().await();

        String database = Files.readString(directory.resolve("instant4j.db"), StandardCharsets.ISO_8859_1);
        assertThat(database)
                .doesNotContain(user.personalToken().reveal())
                .doesNotContain(user.loginToken().reveal());
    }

    @Test
    void a_file_of_tokens_is_for_its_owner_only(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("tokens.json"), "readable by all");
        boolean isPosix = Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
        if (isPosix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }

        platform.users().writeCredentials(file).await();

        JsonObject me =
                new JsonObject(Files.readString(file)).getJsonObject("users").getJsonObject("me");
        assertThat(get("/superadmin/apps", me.getString("pat")).status()).isEqualTo(200);
        assertThat(get("/dash/me", me.getString("refresh_token"))
                        .json()
                        .getJsonObject("user")
                        .getString("id"))
                .isEqualTo(me.getString("id"));
        if (isPosix) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_file_of_tokens_that_cannot_be_written_leaves_nothing_behind(@TempDir Path directory) throws IOException {
        Path file = Files.createDirectory(directory.resolve("tokens"));
        Files.createFile(file.resolve("inside"));

        assertThatThrownBy(() -> platform.users().writeCredentials(file).await())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());

        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(file);
        }
    }

    private String newApp(String title) {
        return post("/superadmin/apps", pat(owner), new JsonObject().put("title", title))
                .json()
                .getJsonObject("app")
                .getString("id");
    }

    private static String pat(LocalUser user) {
        return user.personalToken().reveal();
    }

    private static String login(LocalUser user) {
        return user.loginToken().reveal();
    }

    private Exchanges.Answer get(String path, String token) {
        return exchanges.get(path, token).await();
    }

    private Exchanges.Answer post(String path, String token, JsonObject body) {
        Map<String, String> headers = token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
        return exchanges.post(path, headers, body).await();
    }
}
