package dev.instant4j.local;

import dev.instant4j.auth.OAuthClient;
import dev.instant4j.auth.OAuthTokens;
import dev.instant4j.auth.Pkce;
import dev.instant4j.auth.Scope;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.error.ApiException;
import dev.instant4j.local.Browser.Shown;
import dev.instant4j.model.AppId;
import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.Grant;
import dev.instant4j.model.login.NewSecret;
import dev.instant4j.model.login.OAuthApp;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Users let a program act for them: the way there, the consent, the way back, the tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthTest {
    private static final String START = "/platform/oauth/start";
    private static final String TOKEN = "/platform/oauth/token";
    private static final URI CALLBACK = URI.create("http://localhost:9999/cb?from=instant");
    private static final String UNKNOWN = "5eed0000-0000-4000-8000-000000000001";
    private static final Duration ACCESS_LIFETIME = Duration.ofDays(14);

    private final Map<String, String> mails = new ConcurrentHashMap<>();
    private final ManualClock clock = new ManualClock();
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform local = LocalPlatform.start(
                    vertx, LocalOptions.inMemory().withMailbox(mails::put).withClock(clock))
            .await();
    private final Exchanges exchanges = new Exchanges(vertx, local);
    private final InstantPlatform nobody = InstantPlatform.create(vertx, PlatformOptions.at(local.uri()));
    private final LocalUser owner = local.users().user("owner@local.test").await();
    private final InstantPlatform me = nobody.withToken(owner.loginToken());
    private final AppId host = await(
                    nobody.withToken(owner.personalToken()).apps().create(NewApp.titled("host")))
            .id();
    private final OAuthApp program = await(me.oauthApps().create(host, "Reports <b>daily</b>"));
    private final NewSecret secret = await(me.oauthApps().addClient(host, program.id(), "server", List.of(CALLBACK)));
    private final OAuthClient client = OAuthClient.confidential(secret.client(), secret.value(), CALLBACK);

    @AfterAll
    void stop() {
        nobody.close().await();
        local.close().await();
        vertx.close().await();
    }

    @Test
    void a_program_acts_for_a_user_who_allows_it() {
        Browser browser = new Browser(local.uri());
        Pkce pkce = Pkce.random();
        URI page = nobody.oauth().authorizeUrl(client, Set.of(Scope.APPS_READ, Scope.DATA_READ), "state 1", pkce);

        Shown sent = browser.open(page.toString());
        Shown signedIn = browser.signIn(browser.open(sent.location()), owner.email(), mails);
        Shown asked = browser.open(signedIn.location());
        Shown back = browser.press(asked, "Allow", Map.of());
        OAuthTokens tokens = await(nobody.oauth().exchange(client, Token.of(back.parameter("code")), pkce));

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.location()).startsWith(local.uri() + START + "?redirect-id=");
        assertThat(sent.response().headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__session=instantdb_")
                .containsIgnoringCase("HttpOnly")
                .contains("Path=/platform/oauth", "SameSite=Lax", "Expires=");
        assertThat(asked.text())
                .contains("Reports &lt;b&gt;daily&lt;/b&gt;", owner.email(), "apps-read", "data-read", "localhost");
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location())
                .startsWith(CALLBACK + "&code=")
                .endsWith("&state=state+1&scope=apps-read+data-read");
        assertThat(tokens.scopes()).containsExactly(Scope.APPS_READ, Scope.DATA_READ);
        assertThat(await(nobody.withToken(tokens.access()).apps().list())).isNotEmpty();
        assertThatThrownBy(() ->
                        await(nobody.withToken(tokens.access()).apps().create(NewApp.titled("more than was allowed"))))
                .hasMessageContaining("apps-write");
    }

    @Test
    void a_user_who_denies_goes_back_without_a_code() {
        Browser browser = signedIn();

        Shown back = browser.press(ask(browser), "Deny", Map.of());

        assertThat(back.location()).isEqualTo(CALLBACK + "&error=access_denied&state=s1");
    }

    @Test
    void a_page_can_be_loaded_again_and_answered_once() {
        Browser browser = signedIn();
        Shown sent = browser.open(authorize(Map.of()));
        Shown first = browser.open(sent.location());
        Shown again = browser.open(sent.location());

        assertThat(browser.press(first, "Allow", Map.of()).text())
                .contains("There was an error with your OAuth request.", "Record not found: oauth-app-redirect");
        assertThat(browser.press(again, "Allow", Map.of()).location()).contains("code=");
        assertThat(browser.press(again, "Allow", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void a_consent_counts_only_in_the_browser_that_was_sent() {
        Browser browser = signedIn();
        Map<String, String> missing = ask(browser).fields("Allow");
        Map<String, String> wrong = ask(browser).fields("Allow");

        Shown without = new Browser(local.uri()).post("/platform/oauth/grant", missing, Map.of());
        Browser other = signedIn();
        ask(other);
        Shown with = other.post("/platform/oauth/grant", wrong, Map.of());

        assertThat(without.location())
                .isEqualTo(CALLBACK + "&error=invalid_request&error_description=Missing+cookie.&state=s1");
        assertThat(with.location())
                .isEqualTo(CALLBACK + "&error=invalid_request&error_description=Invalid+cookie.&state=s1");
    }

    @Test
    void a_denial_without_the_cookie_is_refused_as_data() {
        Shown refused = new Browser(local.uri())
                .post("/platform/oauth/deny", ask(signedIn()).fields("Deny"), Map.of());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(new JsonObject(refused.text()).getString("message")).isEqualTo("Missing cookie.");
    }

    @Test
    void requests_that_cannot_be_granted_end_on_a_page_never_at_the_program() {
        assertThat(refusedStart(Map.of("client_id", "")))
                .contains("Malformed parameter: [&quot;params&quot; &quot;client_id&quot;]");
        assertThat(refusedStart(Map.of("client_id", UNKNOWN))).contains("Record not found: oauth-app-client");
        assertThat(refusedStart(Map.of("response_type", "token")))
                .contains("`response_type` parameter must have value `code`");
        assertThat(refusedStart(Map.of("scope", "apps-read <foo>"))).contains("Invalid scope &lt;foo&gt;");
        assertThat(refusedStart(Map.of("redirect_uri", "https://evil.test")))
                .contains("Validation failed for redirect_uri");
        assertThat(refusedStart(Map.of("redirect_uri", CALLBACK + "&x=1")))
                .contains("Validation failed for redirect_uri");
        assertThat(refusedStart(Map.of("code_challenge_method", "S256")))
                .contains("Validation failed for code-challenge<");
        assertThat(refusedStart(Map.of("code_challenge", "abc")))
                .contains("Validation failed for code-challenge-method<");
        assertThat(refusedStart(Map.of("code_challenge", "abc", "code_challenge_method", "S512")))
                .contains("Malformed parameter: [&quot;params&quot; &quot;code_challenge_method&quot;]");
        assertThat(new Browser(local.uri()).open(START).text())
                .contains("Missing parameter: [&quot;params&quot; &quot;client_id&quot;]");
    }

    @Test
    void a_redirect_is_claimed_once_and_lives_for_ten_minutes() {
        String first = redirect();
        String second = redirect();

        JsonObject consent = claim(owner, first).json();
        assertThat(consent.getString("userEmail")).isEqualTo(owner.email());
        assertThat(consent.getString("redirectOrigin")).isEqualTo("localhost");
        assertThat(consent.getJsonArray("scopes")).containsExactly("apps-read", "apps-write");
        assertThat(claim(owner, first).json().getString("message")).isEqualTo("Record not found: oauth-app-redirect");
        clock.advance(Duration.ofMinutes(10));
        assertThat(claim(owner, second).json().getString("message")).isEqualTo("Record expired: oauth-app-redirect");
    }

    @Test
    void a_program_is_for_members_of_its_app_until_it_is_public() {
        LocalUser stranger = local.users().user("stranger@local.test").await();
        OAuthApp open = await(me.oauthApps().create(host, "For all"));
        URI far = URI.create("https://reports.test/cb");
        OAuthClientId known = await(me.oauthApps().addClient(host, open.id(), "web", List.of(far)))
                .client();
        Map<String, String> request =
                Map.of("client_id", known.toString(), "redirect_uri", far.toString(), "scope", "apps-read");
        String refused = redirect(request);

        assertThat(claim(stranger, refused).json().getString("message"))
                .isEqualTo("This OAuth app is not public, only members of the app may use it.");
        assertThat(claim(owner, refused).json().getString("message")).isEqualTo("Record not found: oauth-app-redirect");
        assertThat(local.publish(open.id(), Set.of(Scope.APPS_READ)).await()).isTrue();
        assertThat(claim(stranger, redirect(request)).status()).isEqualTo(200);
        Map<String, String> more = new TreeMap<>(request);
        more.put("scope", "apps-write");
        assertThat(refusedStart(more)).contains("Validation failed for scope");
        assertThatThrownBy(() -> await(me.oauthApps().addRedirect(host, known, CALLBACK)))
                .hasMessageContaining("Validation failed for authorized_redirect_urls");
    }

    @Test
    void a_code_is_good_for_one_exchange_within_ten_minutes() {
        JsonObject request = exchange(code(Map.of()));
        assertThat(token(request).status()).isEqualTo(200);
        assertThat(token(request).json().getString("message")).isEqualTo("Record not found: oauth-code");

        JsonObject late = exchange(code(Map.of()));
        clock.advance(Duration.ofMinutes(10));
        assertThat(token(late).json().getString("message")).isEqualTo("Record expired: oauth-code");
    }

    @Test
    void a_code_is_used_up_by_a_wrong_exchange_but_not_by_a_wrong_secret() {
        String kept = code(Map.of());
        JsonObject refusal =
                token(exchange(kept).put("client_secret", "0".repeat(68))).json();
        assertThat(refusal.getString("message")).isEqualTo("Record not found: oauth-app-client");
        assertThat(refusal.getJsonObject("hint")
                        .getJsonArray("args")
                        .getJsonObject(0)
                        .getString("client-id"))
                .isEqualTo(client.id().toString());
        assertThat(token(exchange(kept)).status()).isEqualTo(200);

        String lost = code(Map.of());
        assertThat(token(exchange(lost).put("redirect_uri", "http://localhost:9999/other"))
                        .json()
                        .getString("message"))
                .isEqualTo("Invalid redirect_uri parameter");
        assertThat(token(exchange(lost)).json().getString("message")).isEqualTo("Record not found: oauth-code");
    }

    @Test
    void a_code_of_one_client_is_worthless_to_another() {
        NewSecret other = await(me.oauthApps().addClient(host, program.id(), "other", List.of(CALLBACK)));
        JsonObject stolen = exchange(code(Map.of()))
                .put("client_id", other.client().toString())
                .put("client_secret", other.value().reveal());
        JsonObject mixed =
                exchange(code(Map.of())).put("client_id", other.client().toString());

        assertThat(token(stolen).json().getString("message")).isEqualTo("Invalid client_id parameter");
        assertThat(token(mixed).json().getString("message")).isEqualTo("Record not found: oauth-app-client");
    }

    @Test
    void a_program_without_a_secret_proves_itself_by_its_verifier() {
        Pkce pkce = Pkce.random();
        Map<String, String> hashed = Map.of("code_challenge", pkce.challenge(), "code_challenge_method", "S256");
        Map<String, String> plain = Map.of("code_challenge", "as it is", "code_challenge_method", "plain");

        JsonObject tokens =
                token(open(code(hashed)).put("code_verifier", pkce.verifier())).json();
        assertThat(tokens.fieldNames()).containsExactlyInAnyOrder("access_token", "expires_in", "token_type", "scopes");
        assertThat(token(open(code(plain)).put("code_verifier", "as it is")).status())
                .isEqualTo(200);
        assertThat(token(open(code(hashed)).put("code_verifier", "wrong"))
                        .json()
                        .getString("message"))
                .isEqualTo("Validation failed for oauth-code: The code_challenge and code_verifier do not match.");
        assertThat(token(open(code(hashed))).json().getString("message"))
                .isEqualTo("Missing parameter: [\"code_verifier\"]");
        assertThat(token(open(code(Map.of())).put("code_verifier", "x")).json().getString("message"))
                .startsWith("You must provide the client_secret from a secure server");
    }

    @Test
    void requests_for_tokens_that_make_no_sense_are_told_so() {
        assertThat(token(new JsonObject()).json().getString("message"))
                .isEqualTo("Missing parameter: [\"grant_type\"]");
        assertThat(token(new JsonObject().put("grant_type", "x")).json().getString("message"))
                .isEqualTo("Missing parameter: [\"client_id\"]");
        assertThat(token(open(UNKNOWN).put("grant_type", "refresh_token"))
                        .json()
                        .getString("message"))
                .isEqualTo(
                        "Unrecognized `grant_type` parameter only `authorization_code` is allowed for the PKCE flow.");
        assertThat(token(exchange(UNKNOWN).put("grant_type", "x")).json().getString("message"))
                .isEqualTo(
                        "Unrecognized `grant_type` parameter, expected either `authorization_code` or `refresh_token`");
    }

    @Test
    void tokens_are_handed_out_to_forms_too() {
        Shown answer = new Browser(local.uri()).post(TOKEN, strings(exchange(code(Map.of()))), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new JsonObject(answer.text()).getString("refresh_token")).matches("prt_[0-9a-f]{64}");
    }

    @Test
    void an_access_token_ends_after_two_weeks_and_is_renewed() {
        OAuthTokens tokens = tokens();
        clock.advance(ACCESS_LIFETIME.minusSeconds(1));
        assertThat(await(nobody.withToken(tokens.access()).apps().list())).isNotEmpty();
        clock.advance(Duration.ofSeconds(1));

        assertThat(exchanges
                        .get("/superadmin/apps", tokens.access().reveal())
                        .await()
                        .json()
                        .getString("message"))
                .isEqualTo("Record expired: oauth-access-token");
        JsonObject renewed = token(renewal(tokens.refresh().orElseThrow())).json();
        assertThat(renewed.fieldNames()).containsExactlyInAnyOrder("access_token", "expires_in", "token_type", "scope");
        assertThat(renewed.getLong("expires_in")).isEqualTo(ACCESS_LIFETIME.toSeconds());
        assertThat(exchanges
                        .get("/superadmin/apps", renewed.getString("access_token"))
                        .await()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_refresh_token_is_good_for_its_client_only() {
        Token refresh = tokens().refresh().orElseThrow();
        NewSecret other = await(me.oauthApps().addClient(host, program.id(), "other", List.of(CALLBACK)));

        assertThat(token(renewal(refresh)
                                .put("client_id", other.client().toString())
                                .put("client_secret", other.value().reveal()))
                        .json()
                        .getString("message"))
                .isEqualTo("Record not found: oauth-refresh-token");
    }

    @Test
    void the_newest_five_refresh_tokens_of_a_user_are_kept() {
        List<OAuthTokens> all =
                IntStream.range(0, 6).mapToObj(number -> tokens()).toList();

        assertThat(token(renewal(all.get(0).refresh().orElseThrow())).json().getString("message"))
                .isEqualTo("Record not found: oauth-refresh-token");
        all.stream()
                .skip(1)
                .forEach(tokens -> assertThat(
                                token(renewal(tokens.refresh().orElseThrow())).status())
                        .isEqualTo(200));
    }

    @Test
    void a_revoked_refresh_token_takes_its_access_tokens_along() {
        OAuthTokens tokens = tokens();
        Token refresh = tokens.refresh().orElseThrow();
        String renewed = token(renewal(refresh)).json().getString("access_token");

        await(nobody.oauth().revoke(refresh));

        for (String access : List.of(tokens.access().reveal(), renewed)) {
            assertThat(exchanges.get("/superadmin/apps", access).await().json().getString("message"))
                    .isEqualTo("Record not found: oauth-access-token");
        }
        assertThat(token(renewal(refresh)).json().getString("message"))
                .isEqualTo("Record not found: oauth-refresh-token");
    }

    @Test
    void a_revoked_access_token_is_unknown_while_another_can_be_had() {
        OAuthTokens tokens = tokens();

        await(nobody.oauth().revoke(tokens.access()));

        assertThatThrownBy(() -> await(nobody.oauth().tokenInfo(tokens.access())))
                .isInstanceOf(ApiException.class);
        assertThat(token(renewal(tokens.refresh().orElseThrow())).status()).isEqualTo(200);
    }

    @Test
    void what_is_to_be_revoked_is_a_field_of_a_form_or_of_the_query() {
        String unknown = "pat_" + "0".repeat(64);

        assertThat(revoke("", new JsonObject().put("token", unknown)))
                .isEqualTo("Missing parameter: [\"params\" \"token\"]");
        assertThat(revoke("?token=per_1", new JsonObject()))
                .isEqualTo("Token is not a access token or a refresh token.");
        assertThat(exchanges
                        .post("/platform/oauth/revoke?token=" + unknown, Map.of(), new JsonObject())
                        .await()
                        .json())
                .isEmpty();
    }

    @Test
    void a_user_sees_which_programs_act_for_them_and_ends_it() {
        OAuthTokens tokens = tokens();
        assertThat(await(me.oauthApps().granted())).contains(new Grant(program.id(), "Reports <b>daily</b>"));

        assertThat(await(me.oauthApps().revoke(program.id()))).isEmpty();

        assertThat(token(renewal(tokens.refresh().orElseThrow())).status()).isEqualTo(400);
        assertThat(exchanges
                        .get("/superadmin/apps", tokens.access().reveal())
                        .await()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_deleted_client_takes_its_tokens_along() {
        NewSecret passing = await(me.oauthApps().addClient(host, program.id(), "gone", List.of(CALLBACK)));
        JsonObject request = exchange(code(Map.of("client_id", passing.client().toString())))
                .put("client_id", passing.client().toString())
                .put("client_secret", passing.value().reveal());
        String access = token(request).json().getString("access_token");

        await(me.oauthApps().deleteClient(host, passing.client()));

        assertThat(exchanges.get("/superadmin/apps", access).await().status()).isEqualTo(400);
    }

    @Test
    void a_program_is_managed_by_members_of_its_app_who_are_signed_in() {
        LocalUser stranger = local.users().user("stranger@local.test").await();

        assertThatThrownBy(() -> await(
                        nobody.withToken(stranger.loginToken()).oauthApps().list(host)))
                .hasMessageContaining("User is missing role collaborator.");
        assertThat(exchanges
                        .get(
                                "/dash/apps/" + host + "/oauth-apps",
                                owner.personalToken().reveal())
                        .await()
                        .json()
                        .getString("message"))
                .isEqualTo("Record not found: instant-user");
        AppId other = await(nobody.withToken(owner.personalToken()).apps().create(NewApp.titled("other")))
                .id();
        assertThatThrownBy(() -> await(me.oauthApps().delete(other, program.id())))
                .hasMessageContaining("Record not found: oauth-app");
    }

    @Test
    void a_program_shows_only_what_is_an_image_and_an_address() {
        String path = "/dash/apps/" + host + "/oauth-apps/" + program.id();
        String pixel = "data:image/png;base64,iVBORw0KGgo=";

        assertThat(change(path, "app_logo", "javascript:alert(1)")).isEqualTo("Invalid image url");
        assertThat(change(path, "app_logo", "data:image/gif;base64,AAAA")).isEqualTo("Invalid image type");
        assertThat(change(path, "app_logo", "data:image/png;base64,?")).isEqualTo("Invalid image");
        assertThat(change(path, "app_logo", "data:image/png;base64," + "A".repeat(1_500_000)))
                .isEqualTo("Image is too large");
        assertThat(change(path, "app_home_page", "javascript:alert(1)"))
                .isEqualTo("Malformed parameter: [\"body\" \"app_home_page\"]");
        assertThat(change(path, "app_logo", pixel)).isEqualTo("");
        assertThat(ask(signedIn()).text()).contains("<img src=\"" + pixel + "\"");
    }

    @Test
    void a_platform_that_shows_no_pages_sends_users_to_the_site_that_does() {
        LocalPlatform other = LocalPlatform.start(
                        vertx, LocalOptions.inMemory().withDashboard(URI.create("https://dashboard.test/")))
                .await();
        LocalUser user = other.users().user("x@local.test").await();
        InstantPlatform client = InstantPlatform.create(vertx, PlatformOptions.at(other.uri()));
        AppId app = await(client.withToken(user.personalToken()).apps().create(NewApp.titled("host")))
                .id();
        InstantPlatform member = client.withToken(user.loginToken());
        OAuthApp made = await(member.oauthApps().create(app, "P"));
        OAuthClientId id = await(member.oauthApps().addClient(app, made.id(), "c", List.of(CALLBACK)))
                .client();

        Shown sent = new Browser(other.uri()).open(authorize(Map.of("client_id", id.toString())));

        assertThat(sent.location()).startsWith("https://dashboard.test/platform/oauth/start?redirect-id=");
        client.close().await();
        other.close().await();
    }

    @Test
    void secrets_of_programs_are_not_kept_as_they_are(@TempDir Path directory) throws IOException {
        LocalPlatform kept = LocalPlatform.start(
                        vertx, LocalOptions.in(directory).withMailbox(mails::put))
                .await();
        LocalUser user = kept.users().user("kept@local.test").await();
        InstantPlatform anyone = InstantPlatform.create(vertx, PlatformOptions.at(kept.uri()));
        AppId app = await(anyone.withToken(user.personalToken()).apps().create(NewApp.titled("host")))
                .id();
        InstantPlatform member = anyone.withToken(user.loginToken());
        OAuthApp made = await(member.oauthApps().create(app, "P"));
        NewSecret key = await(member.oauthApps().addClient(app, made.id(), "c", List.of(CALLBACK)));
        Browser browser = new Browser(kept.uri());
        Shown sent = browser.open(authorize(Map.of("client_id", key.client().toString())));
        Shown asked = browser.open(browser.signIn(browser.open(sent.location()), user.email(), mails)
                .location());
        String code = browser.press(asked, "Allow", Map.of()).parameter("code");
        OAuthTokens tokens = await(anyone.oauth()
                .exchange(
                        OAuthClient.confidential(key.client(), key.value(), CALLBACK), Token.of(code), Pkce.random()));
        anyone.close().await();
        kept.close().await();

        String database = Files.readString(directory.resolve("instant4j.db"), StandardCharsets.ISO_8859_1);
        assertThat(database)
                .doesNotContain(key.value().reveal())
                .doesNotContain(code)
                .doesNotContain(tokens.access().reveal())
                .doesNotContain(tokens.refresh().orElseThrow().reveal())
                .doesNotContain(asked.fields("Allow").get("grant_token"))
                .doesNotContain(browser.cookie("__session").replace("instantdb_", ""));
    }

    private Browser signedIn() {
        Browser browser = new Browser(local.uri());
        browser.signIn(browser.open("/dash"), owner.email(), mails);
        return browser;
    }

    /** Returns the page that asks the user of a browser. */
    private Shown ask(Browser browser) {
        return browser.open(browser.open(authorize(Map.of())).location());
    }

    private String authorize(Map<String, String> changed) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "client_id", client.id().toString(),
                "redirect_uri", CALLBACK.toString(),
                "response_type", "code",
                "scope", "apps-read apps-write",
                "state", "s1"));
        parameters.putAll(changed);
        return START + "?"
                + parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(joining("&"));
    }

    private String refusedStart(Map<String, String> changed) {
        Shown refused = new Browser(local.uri()).open(authorize(changed));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.location()).isEmpty();
        return refused.text();
    }

    private String redirect() {
        return redirect(Map.of());
    }

    private String redirect(Map<String, String> changed) {
        return new Browser(local.uri()).open(authorize(changed)).parameter("redirect-id");
    }

    private Exchanges.Answer claim(LocalUser user, String redirect) {
        return exchanges
                .post(
                        "/platform/oauth/claim",
                        Map.of("Authorization", "Bearer " + user.loginToken().reveal()),
                        new JsonObject().put("redirect", redirect))
                .await();
    }

    /** Returns a code by the way that a program goes which shows the consent itself. */
    private String code(Map<String, String> changed) {
        Browser browser = new Browser(local.uri());
        String redirect = browser.open(authorize(changed)).parameter("redirect-id");
        String grantToken = claim(owner, redirect).json().getString("grantToken");
        Map<String, String> fields = Map.of("redirect_id", redirect, "grant_token", grantToken);
        return browser.post("/platform/oauth/grant", fields, Map.of()).parameter("code");
    }

    private OAuthTokens tokens() {
        return await(nobody.oauth().exchange(client, Token.of(code(Map.of())), Pkce.random()));
    }

    private JsonObject exchange(String code) {
        return open(code).put("client_secret", secret.value().reveal());
    }

    private JsonObject open(String code) {
        return new JsonObject()
                .put("grant_type", "authorization_code")
                .put("client_id", client.id().toString())
                .put("redirect_uri", CALLBACK.toString())
                .put("code", code);
    }

    private JsonObject renewal(Token refresh) {
        return new JsonObject()
                .put("grant_type", "refresh_token")
                .put("client_id", client.id().toString())
                .put("client_secret", secret.value().reveal())
                .put("refresh_token", refresh.reveal());
    }

    private Exchanges.Answer token(JsonObject request) {
        return exchanges.post(TOKEN, Map.of(), request).await();
    }

    private String revoke(String query, JsonObject body) {
        return exchanges
                .post("/platform/oauth/revoke" + query, Map.of(), body)
                .await()
                .json()
                .getString("message");
    }

    private String change(String path, String name, String value) {
        return exchanges
                .post(
                        path,
                        Map.of("Authorization", "Bearer " + owner.loginToken().reveal()),
                        new JsonObject().put(name, value))
                .await()
                .json()
                .getString("message", "");
    }

    private static Map<String, String> strings(JsonObject json) {
        Map<String, String> strings = new TreeMap<>();
        json.forEach(each -> strings.put(each.getKey(), String.valueOf(each.getValue())));
        return strings;
    }

    private static <T> T await(Future<T> future) {
        return future.await();
    }
}
