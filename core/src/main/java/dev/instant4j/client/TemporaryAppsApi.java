package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AppStatus;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.TemporaryStatus;
import dev.instant4j.model.Token;
import dev.instant4j.wire.AppJson;
import dev.instant4j.wire.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Apps that need no account and vanish by themselves, unless someone claims them. */
public final class TemporaryAppsApi {
    private static final String PATH = "/dash/apps/ephemeral";

    private final Requests requests;

    TemporaryAppsApi(Requests requests) {
        this.requests = requests;
    }

    /**
     * Creates an app that vanishes after two weeks ({@code POST /dash/apps/ephemeral}). Needs no token. Sent once: when
     * no answer arrives, or the schema is refused, there may be an app that nobody can reach.
     *
     * @return the app with its admin token, which is given only here; fails with {@link IllegalArgumentException} if the
     *     rules can't be written as JSON
     */
    public Future<TemporaryApp> create(NewApp app) {
        return requests.send(() -> Call.post("create a temporary app", PATH)
                        .body(AppJson.newTemporary(app.title(), app.schema(), app.rules()))
                        .anonymous())
                .map(AppJson::createdTemporary);
    }

    /**
     * Reads what everyone may know of a temporary app ({@code GET /dash/apps/ephemeral/:id}). Needs no token.
     *
     * @return fails with {@link dev.instant4j.error.ApiException} of type {@code PERMISSION_DENIED} if it was claimed or
     *     never temporary
     */
    public Future<TemporaryStatus> get(AppId app) {
        return requests.send(() ->
                        Call.get("read temporary app " + app, PATH + "/" + app).anonymous())
                .map(AppJson::temporaryStatus);
    }

    /** Sets what a temporary app may be used for ({@code POST /dash/apps/ephemeral/:id/status}). Safe to repeat. */
    public Future<Void> setStatus(AppId app, Token adminToken, AppStatus status) {
        return requests.send(() -> Call.post("set the status of app " + app, PATH + "/" + app + "/status")
                        .body(new JsonObject()
                                .put("admin-token", adminToken.reveal())
                                .put("status", Words.of(status)))
                        .secret(adminToken)
                        .anonymous()
                        .repeatable())
                .mapEmpty();
    }

    /**
     * Makes a temporary app a personal app of the signed-in user ({@code POST /dash/apps/:id/claim}); its admin token
     * stays. Sent once: a second claim is refused, even the same user's.
     *
     * @param adminToken proves that the app may be claimed
     */
    public Future<Void> claim(AppId app, Token adminToken) {
        return requests.send(() -> Call.post("claim app " + app, "/dash/apps/" + app + "/claim")
                        .body(new JsonObject().put("token", adminToken.reveal()))
                        .secret(adminToken))
                .mapEmpty();
    }
}
