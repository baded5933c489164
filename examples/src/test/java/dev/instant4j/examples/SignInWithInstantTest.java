package dev.instant4j.examples;

import dev.instant4j.auth.OAuthClient;
import dev.instant4j.auth.OAuthTokens;
import dev.instant4j.auth.Scope;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.local.LocalOptions;
import dev.instant4j.local.LocalPlatform;
import dev.instant4j.local.LocalUser;
import dev.instant4j.model.AppId;
import dev.instant4j.model.login.NewSecret;
import dev.instant4j.model.login.OAuthApp;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** The two routes of a service, and the embedded platform that it sends its users to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInWithInstantTest {
    private final List<OAuthTokens> kept = new CopyOnWriteArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform local =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final LocalUser user = local.users().user("me@local.test").await();
    private final InstantPlatform nobody = InstantPlatform.create(vertx, PlatformOptions.at(local.uri()));
    private final Router router = Router.router(vertx);
    private final HttpServer service = vertx.createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .await();
    private final URI site = URI.create("http://127.0.0.1:" + service.actualPort());
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    SignInWithInstantTest() {
        new OAuthRoutes(nobody, registered(), Set.of(Scope.APPS_READ), this::keep, Clock.systemUTC()).mount(router);
    }

    @AfterAll
    void stop() {
        service.close().await();
        nobody.close().await();
        local.close().await();
        vertx.close().await();
    }

    @Test
    void a_user_who_agrees_is_connected() throws Exception {
        HttpResponse<String> connected = get(answered("grant"));

        assertThat(connected.statusCode()).isEqualTo(200);
        assertThat(connected.body()).isEqualTo("You are connected.");
        OAuthTokens tokens = kept.get(kept.size() - 1);
        assertThat(nobody.withToken(tokens.access()).apps().list().await())
                .singleElement()
                .satisfies(app -> assertThat(app.app().title()).isEqualTo("host"));
    }

    @Test
    void a_user_who_declines_is_told() throws Exception {
        HttpResponse<String> told = get(answered("deny"));

        assertThat(told.statusCode()).isEqualTo(403);
    }

    /** Returns the way back to the service after the user has answered. */
    private URI answered(String answer) throws IOException, InterruptedException {
        URI authorize = location(get(site.resolve("/oauth/start")));
        String redirect = location(get(authorize)).getQuery().replace("redirect-id=", "");
        HttpRequest.Builder claim = HttpRequest.newBuilder(local.uri().resolve("/platform/oauth/claim"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + user.loginToken().reveal())
                .POST(BodyPublishers.ofString(
                        new JsonObject().put("redirect", redirect).encode()));
        String grantToken = new JsonObject(send(claim).body()).getString("grantToken");
        HttpRequest.Builder form = HttpRequest.newBuilder(local.uri().resolve("/platform/oauth/" + answer))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("redirect_id=" + redirect + "&grant_token=" + grantToken));
        return location(send(form));
    }

    private OAuthClient registered() {
        AppId host = nobody.withToken(user.personalToken())
                .apps()
                .create(NewApp.titled("host"))
                .await()
                .id();
        InstantPlatform me = nobody.withToken(user.loginToken());
        OAuthApp program = me.oauthApps().create(host, "Service").await();
        URI callback = site.resolve("/oauth/callback");
        NewSecret secret = me.oauthApps()
                .addClient(host, program.id(), "server", List.of(callback))
                .await();
        return OAuthClient.confidential(secret.client(), secret.value(), callback);
    }

    private Future<Void> keep(OAuthTokens tokens) {
        kept.add(tokens);
        return Future.succeededFuture();
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }
}
