package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.App;
import dev.instant4j.model.AppId;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Token;
import dev.instant4j.wire.AppJson;
import io.vertx.core.Future;

/** Creates an app under an id of one's own, in as many attempts as it takes, and once only. */
final class OwnIdCreation {
    private final Requests requests;
    private final InstantPlatform asApp;
    private final AppId id;
    private final Token adminToken;
    private final NewApp app;

    /** @param asApp acts with the token that the app is to have */
    OwnIdCreation(Requests requests, InstantPlatform asApp, AppId id, Token adminToken, NewApp app) {
        this.requests = requests;
        this.asApp = asApp;
        this.id = id;
        this.adminToken = adminToken;
        this.app = app;
    }

    Future<CreatedApp> run() {
        return requests.send(this::call).map(AppJson::created).recover(this::resolve);
    }

    private Call call() {
        return Call.post("create app " + id, "/dash/apps")
                .body(AppJson.newAppWithId(id, adminToken, app.title(), app.org(), app.schema(), app.rules()))
                .secret(adminToken)
                .repeatable();
    }

    private Future<CreatedApp> resolve(Throwable failure) {
        boolean exists = failure instanceof ApiException refusal && refusal.type() == ErrorType.RECORD_NOT_UNIQUE;
        if (!exists) {
            return Future.failedFuture(failure);
        }
        return asApp.apps()
                .get(id)
                .recover(notOurs -> Future.failedFuture(failure))
                .compose(this::complete);
    }

    private Future<CreatedApp> complete(App found) {
        return completeRules().compose(rules -> completeSchema()).map(done -> new CreatedApp(found, adminToken));
    }

    private Future<Void> completeRules() {
        return app.rules().equals(Rules.NONE)
                ? Future.succeededFuture()
                : asApp.rules().replace(id, app.rules());
    }

    private Future<Void> completeSchema() {
        return app.schema().equals(Schema.EMPTY)
                ? Future.succeededFuture()
                : asApp.schema().push(id, app.schema()).outcome().mapEmpty();
    }
}
