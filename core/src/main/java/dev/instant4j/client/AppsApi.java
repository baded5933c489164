package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.wire.AppJson;
import io.vertx.core.Future;

/** Apps as a whole. */
public final class AppsApi {
    private final Requests requests;

    AppsApi(Requests requests) {
        this.requests = requests;
    }

    /**
     * Creates an app that needs no account and vanishes after two weeks ({@code POST /dash/apps/ephemeral}). Needs no
     * token. Not repeated when the answer is lost: then there may be an app that nobody can reach.
     *
     * @return the app with its admin token, which is given only here; fails with {@link IllegalArgumentException} if the
     *     rules can't be written as JSON
     */
    public Future<TemporaryApp> createTemporary(NewApp app) {
        return requests.send(() -> Call.post("create a temporary app", "/dash/apps/ephemeral")
                        .body(AppJson.newTemporary(app.title(), app.schema(), app.rules())))
                .map(AppJson::createdTemporary);
    }
}
