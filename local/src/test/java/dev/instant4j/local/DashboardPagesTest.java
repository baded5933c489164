package dev.instant4j.local;

import dev.instant4j.local.Browser.Shown;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What people see in a browser: they sign in with a code, and let command lines act for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardPagesTest {
    private static final String UNKNOWN = "5eed0000-0000-4000-8000-000000000001";

    private final Map<String, String> mails = new ConcurrentHashMap<>();
    private final ManualClock clock = new ManualClock();
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform = LocalPlatform.start(
                    vertx, LocalOptions.inMemory().withMailbox(mails::put).withClock(clock))
            .await();
    private final Exchanges exchanges = new Exchanges(vertx, platform);
    private final Browser browser = new Browser(platform.uri());

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void a_login_of_a_command_line_is_accepted_after_signing_in() {
        JsonObject login = register();
        String page = "/dash?ticket=" + login.getString("ticket");

        Shown signedIn = browser.signIn(browser.open(page), "ann@local.test", mails);
        Shown asked = browser.open(signedIn.location());
        Shown accepted = browser.press(asked, "Accept", Map.of());

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.location()).isEqualTo(page);
        assertThat(asked.text()).contains("ann@local.test");
        assertThat(accepted.text()).contains("logged in");
        assertThat(check(login).getString("email")).isEqualTo("ann@local.test");
        assertThat(browser.open(page).text()).contains("This login is over");
    }

    @Test
    void a_login_of_a_command_line_is_denied() {
        Browser other = signedIn("denier@local.test");
        JsonObject login = register();

        other.press(other.open("/dash?ticket=" + login.getString("ticket")), "Deny", Map.of());

        assertThat(check(login).getString("message")).endsWith("This request has been denied");
    }

    @Test
    void a_login_that_nobody_began_is_over() {
        assertThat(signedIn("late@local.test").open("/dash?ticket=" + UNKNOWN).text())
                .contains("This login is over");
    }

    @Test
    void a_ticket_that_is_none_is_shown_to_nobody() {
        String page = "/dash?ticket=%3Cscript%3E";

        assertThat(new Browser(platform.uri()).open(page).fields("Send a code")).isEmpty();
        assertThat(signedIn("curious@local.test").open(page).text())
                .contains("This login is over")
                .doesNotContain("<script>");
    }

    @Test
    void programs_get_data_where_browsers_get_a_page() {
        LocalUser user = platform.users().user("both@local.test").await();

        assertThat(exchanges
                        .get("/dash", user.loginToken().reveal())
                        .await()
                        .json()
                        .getJsonObject("user"))
                .isEqualTo(new JsonObject().put("id", user.id().toString()).put("email", user.email()));
        assertThat(browser.open("/dash").response().headers().firstValue("Content-Type"))
                .hasValue("text/html; charset=utf-8");
    }

    @Test
    void the_page_needs_no_scripts_and_is_kept_by_nobody() {
        Shown page = browser.open("/dash");

        assertThat(page.text()).doesNotContain("<script");
        assertThat(page.response().headers().firstValue("Content-Security-Policy"))
                .hasValue("script-src 'self'");
        assertThat(page.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.response().headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void the_apps_of_a_user_are_shown_with_their_titles_as_text() {
        Browser owner = signedIn("owner@local.test");
        LocalUser user = platform.users().user("owner@local.test").await();
        exchanges
                .post(
                        "/superadmin/apps",
                        Map.of("Authorization", "Bearer " + user.personalToken().reveal()),
                        new JsonObject().put("title", "<img src=x onerror='alert(1)'>"))
                .await();

        assertThat(owner.open("/dash").text())
                .contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;")
                .doesNotContain("<img");
    }

    @Test
    void a_wrong_code_signs_nobody_in_and_shows_nothing_unescaped() {
        Browser stranger = new Browser(platform.uri());
        Shown asked = stranger.press(stranger.open("/dash"), "Send a code", Map.of("email", "a&b@local.test"));

        Shown refused = stranger.press(asked, "Sign in", Map.of("code", "x"));

        assertThat(asked.text()).contains("a&amp;b@local.test").doesNotContain("a&b@local.test");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("not the newest code");
        assertThat(stranger.cookie("instant4j")).isEmpty();
    }

    @Test
    void an_address_that_is_none_is_asked_for_again() {
        Shown refused = new Browser(platform.uri())
                .post(
                        "/sign-in/code",
                        Map.of("email", "\"><b>x"),
                        Map.of("Origin", platform.uri().toString()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Send a code").doesNotContain("<b>x");
    }

    @Test
    void forms_of_other_sites_are_turned_away() {
        Browser victim = signedIn("victim@local.test");
        JsonObject login = register();
        Map<String, String> fields =
                victim.open("/dash?ticket=" + login.getString("ticket")).fields("Accept");

        assertThat(victim.post("/cli-login", fields, Map.of("Origin", "http://127.0.0.1:1"))
                        .status())
                .isEqualTo(403);
        assertThat(victim.post("/cli-login", fields, Map.of("Origin", "null")).status())
                .isEqualTo(403);
        assertThat(victim.post("/cli-login", fields, Map.of("Sec-Fetch-Site", "same-site"))
                        .status())
                .isEqualTo(403);
        assertThat(new Browser(platform.uri())
                        .post(
                                "/sign-in/code",
                                Map.of("email", "victim@local.test"),
                                Map.of("Origin", "https://evil.test"))
                        .status())
                .isEqualTo(403);
        assertThat(check(login).getString("message")).contains("Waiting for a user");
    }

    @Test
    void a_form_without_what_the_page_carries_is_turned_away() {
        Browser victim = signedIn("careful@local.test");
        JsonObject login = register();
        Map<String, String> fields = Map.of("ticket", login.getString("ticket"), "decision", "accept");

        assertThat(victim.post("/cli-login", fields, Map.of()).status()).isEqualTo(403);
        assertThat(check(login).getString("message")).contains("Waiting for a user");
    }

    @Test
    void nobody_is_sent_to_another_site_after_signing_in() {
        Browser stranger = new Browser(platform.uri());
        Shown page = stranger.open("/dash");
        Shown code = stranger.press(page, "Send a code", Map.of("email", "going@local.test"));

        Shown signedIn = stranger.press(
                code, "Sign in", Map.of("code", mails.get("going@local.test"), "next", "https://evil.test"));

        assertThat(signedIn.location()).isEqualTo("/dash");
        assertThat(stranger.press(code, "Send another code", Map.of("ticket", "//evil.test"))
                        .text())
                .doesNotContain("evil");
    }

    @Test
    void the_cookie_of_a_browser_is_out_of_reach_of_scripts_and_no_token() {
        Browser stranger = new Browser(platform.uri());
        Shown signedIn = stranger.signIn(stranger.open("/dash"), "cookie@local.test", mails);
        String cookie = signedIn.response().headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax", "Path=/");
        assertThat(exchanges
                        .get("/dash/me", stranger.cookie("instant4j"))
                        .await()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void signing_out_ends_the_session_not_only_the_cookie() {
        Browser leaving = signedIn("leaving@local.test");
        String cookie = leaving.cookie("instant4j");

        leaving.press(leaving.open("/dash"), "Sign out", Map.of());

        assertThat(leaving.open("/dash").text()).contains("Send a code");
        assertThat(exchanges
                        .send(
                                HttpMethod.GET,
                                "/dash",
                                Map.of("Cookie", "instant4j=" + cookie, "Accept", "text/html"),
                                Buffer.buffer())
                        .await()
                        .body()
                        .toString())
                .contains("Send a code");
    }

    @Test
    void a_session_ends_after_two_weeks() {
        Browser sleeper = signedIn("sleeper@local.test");
        clock.advance(Duration.ofDays(14));
        assertThat(sleeper.open("/dash").text()).contains("sleeper@local.test");

        Shown stale = sleeper.open("/dash");
        clock.advance(Duration.ofSeconds(1));

        assertThat(sleeper.open("/dash").text()).contains("Send a code");
        assertThat(sleeper.press(stale, "Sign out", Map.of()).text()).contains("Send a code");
    }

    @Test
    void sessions_are_not_kept_as_they_are(@TempDir Path directory) throws IOException {
        LocalPlatform kept = LocalPlatform.start(
                        vertx, LocalOptions.in(directory).withMailbox(mails::put))
                .await();
        Browser user = new Browser(kept.uri());
        user.signIn(user.open("/dash"), "kept@local.test", mails);
        assertThat(user.open("/dash").text()).contains("kept@local.test");
        kept.close().await();

        assertThat(user.cookie("instant4j")).hasSize(64);
        assertThat(Files.readString(directory.resolve("instant4j.db"), StandardCharsets.ISO_8859_1))
                .doesNotContain(user.cookie("instant4j"));
    }

    private Browser signedIn(String email) {
        Browser made = new Browser(platform.uri());
        made.signIn(made.open("/dash"), email, mails);
        return made;
    }

    private JsonObject register() {
        return exchanges
                .post("/dash/cli/auth/register", Map.of(), new JsonObject())
                .await()
                .json();
    }

    private JsonObject check(JsonObject login) {
        JsonObject body = new JsonObject().put("secret", login.getString("secret"));
        return exchanges.post("/dash/cli/auth/check", Map.of(), body).await().json();
    }
}
