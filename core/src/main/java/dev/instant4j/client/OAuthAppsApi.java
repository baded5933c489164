package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.login.ClientSecretId;
import dev.instant4j.model.login.Grant;
import dev.instant4j.model.login.NewSecret;
import dev.instant4j.model.login.OAuthApp;
import dev.instant4j.model.login.OAuthAppId;
import dev.instant4j.model.login.OAuthAppSettings;
import dev.instant4j.model.login.RegisteredClient;
import dev.instant4j.wire.OAuthAppJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;

/** Programs, belonging to apps, that users of the platform can let act for them. All of it takes a signed-in user. */
public final class OAuthAppsApi {
    private final Requests requests;

    OAuthAppsApi(Requests requests) {
        this.requests = requests;
    }

    /** Lists the programs of an app with their clients, newest first ({@code GET /dash/apps/:id/oauth-apps}). */
    public Future<List<OAuthApp>> list(AppId app) {
        return requests.send(() -> Call.get("list the OAuth apps of app " + app, apps(app)))
                .map(answer -> answer.member("apps").elements(OAuthAppJson::app));
    }

    /**
     * Creates a program ({@code POST /dash/apps/:id/oauth-apps}). Sent once: when no answer arrives, there may be a
     * program of that name.
     *
     * @param settings must have a name
     */
    public Future<OAuthApp> create(AppId app, OAuthAppSettings settings) {
        return requests.send(() -> Call.post("create an OAuth app of app " + app, apps(app))
                        .body(OAuthAppJson.settings(settings)))
                .map(answer -> OAuthAppJson.app(answer.member("app")));
    }

    /** Creates a program of which users are told nothing but the name, like {@link #create(AppId, OAuthAppSettings)}. */
    public Future<OAuthApp> create(AppId app, String name) {
        return create(app, OAuthAppSettings.named(name));
    }

    /** Changes what users are told of a program ({@code POST /dash/apps/:id/oauth-apps/:oauthApp}). Safe to repeat. */
    public Future<OAuthApp> update(AppId app, OAuthAppId oauthApp, OAuthAppSettings settings) {
        return requests.send(() -> Call.post("change an OAuth app of app " + app, apps(app) + "/" + oauthApp)
                        .body(OAuthAppJson.settings(settings))
                        .repeatable())
                .map(answer -> OAuthAppJson.app(answer.member("app")));
    }

    /** Changes the name of a program, like {@link #update}. */
    public Future<OAuthApp> rename(AppId app, OAuthAppId oauthApp, String name) {
        return update(app, oauthApp, OAuthAppSettings.named(name));
    }

    /** Deletes a program ({@code DELETE /dash/apps/:id/oauth-apps/:oauthApp}). Safe to repeat. */
    public Future<Void> delete(AppId app, OAuthAppId oauthApp) {
        return requests.send(() -> Call.delete("delete an OAuth app of app " + app, apps(app) + "/" + oauthApp))
                .mapEmpty();
    }

    /**
     * Makes a program known under a client id ({@code POST /dash/apps/:id/oauth-apps/:oauthApp/clients}). Sent once.
     *
     * @return its first secret, and in it the client id
     */
    public Future<NewSecret> addClient(AppId app, OAuthAppId oauthApp, String name, List<URI> redirectUris) {
        JsonArray redirects =
                new JsonArray(redirectUris.stream().map(URI::toString).toList());
        return requests.send(() -> Call.post(
                                "add an OAuth client of app " + app, apps(app) + "/" + oauthApp + "/clients")
                        .body(new JsonObject().put("client_name", name).put("authorized_redirect_urls", redirects)))
                .map(OAuthAppJson::secret);
    }

    /** Lets users come back to another address ({@code POST /dash/apps/:id/oauth-app-clients/:client}). Safe to repeat. */
    public Future<RegisteredClient> addRedirect(AppId app, OAuthClientId client, URI redirectUri) {
        return change(app, client, new JsonObject().put("add_redirect_url", redirectUri.toString()));
    }

    /** Lets users no longer come back to an address ({@code POST /dash/apps/:id/oauth-app-clients/:client}). Safe to repeat. */
    public Future<RegisteredClient> removeRedirect(AppId app, OAuthClientId client, URI redirectUri) {
        return change(app, client, new JsonObject().put("remove_redirect_url", redirectUri.toString()));
    }

    /** Changes the name of a client ({@code POST /dash/apps/:id/oauth-app-clients/:client}). Safe to repeat. */
    public Future<RegisteredClient> renameClient(AppId app, OAuthClientId client, String name) {
        return change(app, client, new JsonObject().put("client_name", name));
    }

    /** Deletes a client ({@code DELETE /dash/apps/:id/oauth-app-clients/:client}). Safe to repeat. */
    public Future<Void> deleteClient(AppId app, OAuthClientId client) {
        return requests.send(() -> Call.delete("delete an OAuth client of app " + app, client(app, client)))
                .mapEmpty();
    }

    /** Makes another secret ({@code POST /dash/apps/:id/oauth-app-clients/:client/client-secrets}). Sent once. */
    public Future<NewSecret> addSecret(AppId app, OAuthClientId client) {
        return requests.send(() -> Call.post(
                        "add a secret of an OAuth client of app " + app, client(app, client) + "/client-secrets"))
                .map(OAuthAppJson::secret);
    }

    /** Makes a secret worthless ({@code DELETE /dash/apps/:id/oauth-app-client-secrets/:secret}). Safe to repeat. */
    public Future<Void> deleteSecret(AppId app, ClientSecretId secret) {
        return requests.send(() -> Call.delete(
                        "delete a secret of an OAuth client of app " + app,
                        "/dash/apps/" + app + "/oauth-app-client-secrets/" + secret))
                .mapEmpty();
    }

    /** Lists the programs that the user lets act for them, by name ({@code GET /dash/user/oauth_apps}). */
    public Future<List<Grant>> granted() {
        return requests.send(() -> Call.get("list the granted OAuth apps", "/dash/user/oauth_apps"))
                .map(OAuthAppJson::grants);
    }

    /**
     * No longer lets a program act for the user ({@code POST /dash/user/oauth_apps/revoke_access}). Safe to repeat.
     *
     * @return those that are left
     */
    public Future<List<Grant>> revoke(OAuthAppId oauthApp) {
        return requests.send(() -> Call.post("revoke an OAuth app", "/dash/user/oauth_apps/revoke_access")
                        .body(new JsonObject().put("oauthAppId", oauthApp.toString()))
                        .repeatable())
                .map(OAuthAppJson::grants);
    }

    private Future<RegisteredClient> change(AppId app, OAuthClientId client, JsonObject change) {
        return requests.send(() -> Call.post("change an OAuth client of app " + app, client(app, client))
                        .body(change)
                        .repeatable())
                .map(answer -> OAuthAppJson.client(answer.member("client")));
    }

    private static String apps(AppId app) {
        return "/dash/apps/" + app + "/oauth-apps";
    }

    private static String client(AppId app, OAuthClientId client) {
        return "/dash/apps/" + app + "/oauth-app-clients/" + client;
    }
}
