package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Rules;
import dev.instant4j.wire.RulesJson;
import io.vertx.core.Future;

/** The rules of an app. */
public final class RulesApi {
    private final Requests requests;

    RulesApi(Requests requests) {
        this.requests = requests;
    }

    /** Reads the rules of an app, {@link Rules#NONE} if it never had any ({@code GET /dash/apps/:id/perms/pull}). */
    public Future<Rules> pull(AppId app) {
        return requests.send(() -> Call.get("read the rules of app " + app, "/dash/apps/" + app + "/perms/pull"))
                .map(answer -> RulesJson.decode(answer.member("perms")));
    }

    /**
     * Replaces all rules of an app ({@code POST /dash/apps/:id/rules}). Safe to repeat.
     *
     * @return completes when they hold; fails with {@link dev.instant4j.error.ApiException} of type
     *     {@code VALIDATION_FAILED} if an expression can't be compiled, with {@link IllegalArgumentException} if the rules
     *     can't be written as JSON
     */
    public Future<Void> replace(AppId app, Rules rules) {
        return requests.send(() -> Call.post("replace the rules of app " + app, "/dash/apps/" + app + "/rules")
                        .body(RulesJson.replaceRequest(rules)))
                .mapEmpty();
    }
}
