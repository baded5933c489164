package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.RuleVersion;
import dev.instant4j.model.Rules;
import dev.instant4j.wire.RulesJson;
import io.vertx.core.Future;
import java.util.List;

/** The rules of an app. */
public final class RulesApi {
    private final Requests requests;

    RulesApi(Requests requests) {
        this.requests = requests;
    }

    /**
     * Reads the rules of an app, {@link Rules#NONE} if it never had any ({@code GET /dash/apps/:id/perms/pull}). OAuth
     * access tokens need a scope for writing here; {@link #get} is content with one for reading.
     */
    public Future<Rules> pull(AppId app) {
        return requests.send(() -> Call.get("read the rules of app " + app, "/dash/apps/" + app + "/perms/pull"))
                .map(answer -> RulesJson.decode(answer.member("perms")));
    }

    /** Reads the rules of an app, {@link Rules#NONE} if it never had any ({@code GET /superadmin/apps/:id/perms}). */
    public Future<Rules> get(AppId app) {
        return requests.send(() -> Call.get("read the rules of app " + app, "/superadmin/apps/" + app + "/perms"))
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
                        .body(RulesJson.replaceRequest(rules))
                        .repeatable())
                .mapEmpty();
    }

    /**
     * Lists how the rules of an app have changed, newest first, at most 50 changes
     * ({@code GET /dash/apps/:id/rule-versions}). The first rules and setting the same rules again leave no trace.
     */
    public Future<List<RuleVersion>> versions(AppId app) {
        return requests.send(
                        () -> Call.get("list the rule versions of app " + app, "/dash/apps/" + app + "/rule-versions"))
                .map(RulesJson::versions);
    }
}
