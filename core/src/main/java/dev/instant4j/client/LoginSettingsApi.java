package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.LoginClient;
import dev.instant4j.model.login.LoginClientId;
import dev.instant4j.model.login.LoginClientSettings;
import dev.instant4j.model.login.LoginSettings;
import dev.instant4j.model.login.Origin;
import dev.instant4j.model.login.OriginId;
import dev.instant4j.model.login.Provider;
import dev.instant4j.model.login.ProviderId;
import dev.instant4j.model.login.TestUser;
import dev.instant4j.model.login.TestUserId;
import dev.instant4j.wire.LoginJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** How the users of one app sign in. */
public final class LoginSettingsApi {
    private final Requests requests;
    private final AppId app;
    private final String path;

    LoginSettingsApi(Requests requests, AppId app) {
        this.requests = requests;
        this.app = app;
        this.path = "/dash/apps/" + app;
    }

    /** Reads all settings but those of mail ({@code GET /dash/apps/:id/auth}). */
    public Future<LoginSettings> get() {
        return requests.send(() -> Call.get("read how users of app " + app + " sign in", path + "/auth"))
                .map(LoginJson::settings);
    }

    /** Returns what can be done about the mail that brings codes. */
    public MailTemplatesApi mail() {
        return new MailTemplatesApi(requests, app);
    }

    /**
     * Adds an origin that users may come from ({@code POST /dash/apps/:id/authorized_redirect_origins}). Sent once: a
     * repetition may add another one.
     *
     * @param params one, but for Vercel: deployment suffix and project
     */
    public Future<Origin> addOrigin(Origin.Service service, List<String> params) {
        return requests.send(() -> Call.post("add an origin of app " + app, path + "/authorized_redirect_origins")
                        .body(LoginJson.newOrigin(service, params)))
                .map(answer -> LoginJson.origin(answer.member("origin")));
    }

    /** Removes an origin ({@code DELETE /dash/apps/:id/authorized_redirect_origins/:origin}). Safe to repeat. */
    public Future<Void> removeOrigin(OriginId origin) {
        return requests.send(() ->
                        Call.delete("remove an origin of app " + app, path + "/authorized_redirect_origins/" + origin))
                .mapEmpty();
    }

    /** Adds a provider ({@code POST /dash/apps/:id/oauth_service_providers}). Sent once; a second one is refused. */
    public Future<Provider> addProvider(String name) {
        return requests.send(() -> Call.post("add a provider of app " + app, path + "/oauth_service_providers")
                        .body(new JsonObject().put("provider_name", name)))
                .map(answer -> LoginJson.provider(answer.member("provider")));
    }

    /** Adds a client at a provider ({@code POST /dash/apps/:id/oauth_clients}). Sent once; names are unique. */
    public Future<LoginClient> addClient(ProviderId provider, String name, LoginClientSettings settings) {
        return requests.send(() -> withSecret(
                        Call.post("add a sign-in client of app " + app, path + "/oauth_clients")
                                .body(LoginJson.newClient(provider, name, settings)),
                        settings))
                .map(answer -> LoginJson.client(answer.member("client")));
    }

    /** Changes a client at a provider ({@code POST /dash/apps/:id/oauth_clients/:client}). Safe to repeat. */
    public Future<LoginClient> updateClient(LoginClientId client, LoginClientSettings settings) {
        return requests.send(() -> withSecret(
                        Call.post("change a sign-in client of app " + app, path + "/oauth_clients/" + client)
                                .body(LoginJson.clientSettings(settings))
                                .repeatable(),
                        settings))
                .map(answer -> LoginJson.client(answer.member("client")));
    }

    /** Deletes a client at a provider ({@code DELETE /dash/apps/:id/oauth_clients/:client}). Safe to repeat. */
    public Future<Void> deleteClient(LoginClientId client) {
        return requests.send(
                        () -> Call.delete("delete a sign-in client of app " + app, path + "/oauth_clients/" + client))
                .mapEmpty();
    }

    /**
     * Sets how long codes are good for ({@code POST /dash/apps/:id/set-magic-code-expiry}; takes a signed-in user). Safe to
     * repeat.
     *
     * @param expiry whole minutes, up to a day
     */
    public Future<Void> setCodeExpiry(Duration expiry) {
        return requests.send(() -> Call.post(
                                "set how long codes of app " + app + " are good for", path + "/set-magic-code-expiry")
                        .body(new JsonObject().put("expiry", expiry.toMinutes()))
                        .repeatable())
                .mapEmpty();
    }

    /** Lists the users whose code does not change ({@code GET /dash/apps/:id/test_users}; takes a signed-in user). */
    public Future<List<TestUser>> testUsers() {
        return requests.send(() -> Call.get("list the test users of app " + app, path + "/test_users"))
                .map(answer -> answer.member("test-users").elements(LoginJson::testUser));
    }

    /**
     * Adds a user whose code does not change ({@code POST /dash/apps/:id/test_users}; takes a signed-in user). Sent once.
     *
     * @param code six digits
     */
    public Future<TestUser> addTestUser(String email, Token code) {
        return requests.send(() -> Call.post("add a test user of app " + app, path + "/test_users")
                        .body(new JsonObject().put("email", email).put("code", code.reveal()))
                        .secret(code))
                .map(answer -> LoginJson.testUser(answer.member("test-user")));
    }

    /** Removes such a user ({@code DELETE /dash/apps/:id/test_users}; takes a signed-in user). Safe to repeat. */
    public Future<Void> removeTestUser(TestUserId user) {
        return requests.send(() -> Call.delete("remove a test user of app " + app, path + "/test_users")
                        .body(new JsonObject().put("id", user.toString())))
                .mapEmpty();
    }

    private static Call withSecret(Call call, LoginClientSettings settings) {
        return settings.clientSecret() == null ? call : call.secret(settings.clientSecret());
    }
}
