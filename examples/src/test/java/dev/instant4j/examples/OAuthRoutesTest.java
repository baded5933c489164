package dev.instant4j.examples;

import dev.instant4j.auth.OAuthClient;
import dev.instant4j.auth.OAuthTokens;
import dev.instant4j.auth.Scope;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser goes to a platform that grants everything, and comes back. */
@ExtendWith(VertxExtension.class)
@SuppressWarnings("NullAway.Init")
class OAuthRoutesTest {
    private static final String CODE = "ed6b386a-3d2c-459f-9d4c-dfeeda936c40";
    private static final Token ACCESS = Token.of("pat_" + "a".repeat(64));

    private final List<JsonObject> exchanges = new CopyOnWriteArrayList<>();
    private final List<OAuthTokens> kept = new CopyOnWriteArrayList<>();
    private Future<Void> keeping = Future.succeededFuture();
    private HttpServer fakePlatform;
    private HttpServer service;
    private HttpClient browser;
    private InstantPlatform platform;

    @BeforeEach
    void start(Vertx vertx) {
        fakePlatform = vertx.createHttpServer().requestHandler(this::exchange);
        fakePlatform.listen(0, "localhost").await();
        platform = InstantPlatform.create(
                vertx, PlatformOptions.at(URI.create("http://localhost:" + fakePlatform.actualPort())));
        OAuthClient client = OAuthClient.confidential(
                OAuthClientId.parse("dbbca636-0000-4000-8000-000000000001"),
                Token.of("3f90".repeat(17)),
                URI.create("http://localhost:9999/oauth/callback"));
        Router router = Router.router(vertx);
        new OAuthRoutes(platform, client, Set.of(Scope.APPS_WRITE), this::keep, Clock.systemUTC()).mount(router);
        service = vertx.createHttpServer().requestHandler(router);
        service.listen(0, "localhost").await();
        browser = vertx.createHttpClient();
    }

    @AfterEach
    void stop() {
        browser.close().await();
        service.close().await();
        platform.close().await();
        fakePlatform.close().await();
    }

    @Test
    void a_user_who_agrees_is_connected() {
        Visit start = get("/oauth/start", "");

        Visit back = get("/oauth/callback?code=" + CODE + "&state=" + start.state(), start.cookie());

        assertThat(start.status()).isEqualTo(302);
        assertThat(start.location()).contains("code_challenge_method=S256", "scope=apps-write");
        assertThat(back.status()).isEqualTo(200);
        assertThat(exchanges)
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getString("code")).isEqualTo(CODE));
        assertThat(kept)
                .singleElement()
                .satisfies(tokens -> assertThat(tokens.access()).isEqualTo(ACCESS));
    }

    @Test
    void a_user_who_declines_is_told() {
        Visit start = get("/oauth/start", "");

        Visit back = get("/oauth/callback?error=access_denied&state=" + start.state(), start.cookie());

        assertThat(back.status()).isEqualTo(403);
        assertThat(exchanges).isEmpty();
    }

    @Test
    void a_platform_that_sends_someone_back_is_quoted() {
        Visit start = get("/oauth/start", "");

        Visit back = get(
                "/oauth/callback?error=invalid_request&error_description=Missing+cookie.&state=" + start.state(),
                start.cookie());

        assertThat(back.status()).isEqualTo(403);
        assertThat(back.text()).contains("invalid_request", "Missing cookie.");
    }

    @Test
    void what_a_store_says_is_not_for_users() {
        keeping = Future.failedFuture(new IllegalStateException("table oauth_tokens is full"));
        Visit start = get("/oauth/start", "");

        Visit back = get("/oauth/callback?code=" + CODE + "&state=" + start.state(), start.cookie());

        assertThat(back.status()).isEqualTo(502);
        assertThat(back.text()).contains("Begin again").doesNotContain("oauth_tokens");
    }

    @Test
    void someone_who_was_sent_by_another_is_turned_away() {
        Visit attacker = get("/oauth/start", "");

        Visit victim = get("/oauth/callback?code=" + CODE + "&state=" + attacker.state(), "");

        assertThat(victim.status()).isEqualTo(400);
        assertThat(exchanges).isEmpty();
    }

    @Test
    void nobody_comes_back_twice() {
        Visit start = get("/oauth/start", "");
        String callback = "/oauth/callback?code=" + CODE + "&state=" + start.state();
        get(callback, start.cookie());

        assertThat(get(callback, start.cookie()).status()).isEqualTo(400);
        assertThat(exchanges).hasSize(1);
    }

    /** What a browser sees of an answer. */
    private record Visit(int status, String location, String cookie, String text) {
        String state() {
            return cookie.substring(cookie.indexOf('=') + 1);
        }
    }

    private Visit get(String path, String cookie) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("localhost")
                .setPort(service.actualPort())
                .setURI(path);
        if (!cookie.isEmpty()) {
            request.putHeader("cookie", cookie);
        }
        return browser.request(request)
                .compose(begun -> begun.send())
                .compose(response -> response.body()
                        .map(body -> new Visit(
                                response.statusCode(),
                                header(response, "location"),
                                cookieOf(response),
                                body.toString())))
                .await();
    }

    private static String header(HttpClientResponse response, String name) {
        String value = response.getHeader(name);
        return value == null ? "" : value;
    }

    private static String cookieOf(HttpClientResponse response) {
        String set = header(response, "set-cookie");
        int end = set.indexOf(';');
        return end < 0 ? set : set.substring(0, end);
    }

    private Future<Void> keep(OAuthTokens tokens) {
        kept.add(tokens);
        return keeping;
    }

    private void exchange(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            exchanges.add(body.toJsonObject());
            request.response()
                    .end(new JsonObject()
                            .put("access_token", ACCESS.reveal())
                            .put("expires_in", 1209599)
                            .put("token_type", "Bearer")
                            .put("scopes", "apps-write")
                            .encode());
        });
    }
}
