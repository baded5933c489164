package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Paths;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.App;
import dev.instant4j.model.AppDetails;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AppStatus;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.Rules;
import dev.instant4j.model.SharedApp;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import dev.instant4j.wire.AppJson;
import dev.instant4j.wire.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static java.util.stream.Collectors.joining;

/** Apps of the user and of one's own. Temporary ones begin at {@link #temporary()}. */
public final class AppsApi {
    private static final String SUPERADMIN = "/superadmin/apps";
    private static final String DASH = "/dash/apps";

    private final Requests requests;
    private final InstantPlatform platform;

    AppsApi(Requests requests, InstantPlatform platform) {
        this.requests = requests;
        this.platform = platform;
    }

    /** Returns what can be done with apps that need no account. */
    public TemporaryAppsApi temporary() {
        return new TemporaryAppsApi(requests);
    }

    /** Like {@link TemporaryAppsApi#create}. */
    public Future<TemporaryApp> createTemporary(NewApp app) {
        return temporary().create(app);
    }

    /**
     * Lists the personal apps that the user created, in no order, with what is asked for besides
     * ({@code GET /superadmin/apps}). Apps of orgs: {@link OrgsApi#apps}.
     */
    public Future<List<AppDetails>> list(Include... besides) {
        Set<Include> includes = EnumSet.noneOf(Include.class);
        includes.addAll(List.of(besides));
        return requests.send(() -> Call.get("list the apps", included(SUPERADMIN, includes)))
                .map(answer ->
                        answer.member("apps").elements(app -> AppJson.details(app, includes.contains(Include.RULES))));
    }

    /**
     * Lists the apps that the user created or is a member of, in no order, with their rules, members and invitations
     * ({@code GET /dash}; takes a signed-in user). Apps of orgs only as far as the user belongs to the app itself.
     */
    public Future<List<SharedApp>> listShared() {
        return requests.send(() -> Call.get("list the apps and their members", "/dash"))
                .map(AppJson::allShared);
    }

    /** Reads an app ({@code GET /superadmin/apps/:id}). */
    public Future<App> get(AppId app) {
        return requests.send(() -> Call.get("read app " + app, SUPERADMIN + "/" + app))
                .map(answer -> AppJson.decode(answer.member("app")));
    }

    /** Reads an app with what is asked for besides, in several requests. */
    public Future<AppDetails> get(AppId app, Include... besides) {
        List<Include> includes = List.of(besides);
        return get(app).compose(found -> includes.contains(Include.SCHEMA)
                        ? platform.schema().visible(app).map(schema -> new AppDetails(found, schema, null))
                        : Future.succeededFuture(new AppDetails(found, null, null)))
                .compose(found -> includes.contains(Include.RULES)
                        ? platform.rules().get(app).map(rules -> withRules(found, rules))
                        : Future.succeededFuture(found));
    }

    /**
     * Creates an app with a schema and rules, if given ({@code POST /superadmin/apps}). Sent once: when no answer
     * arrives, there may be an app of that title. If the schema is refused, there is one too, without it. To be safe from
     * both, create with {@linkplain #createWithId an id of one's own}.
     *
     * @return the app with its admin token
     */
    public Future<CreatedApp> create(NewApp app) {
        return requests.send(() -> Call.post("create app \"" + app.title() + "\"", SUPERADMIN)
                        .body(AppJson.newApp(app.title(), app.org(), app.schema(), app.rules())))
                .map(AppJson::created);
    }

    /**
     * Creates an app under an id and with an admin token chosen by the caller ({@code POST /dash/apps}). Safe to repeat
     * with the same id and token, and repeated by itself when an answer is lost: if there is such an app, it is opened
     * with the token, what is missing of the schema is added, and its rules become those given, if any are.
     *
     * @param adminToken must be a UUID, such as {@link #newAdminToken} makes
     * @return the app; fails with {@link dev.instant4j.error.ApiException} of type {@code RECORD_NOT_UNIQUE} if there is
     *     such an app which the token does not open
     */
    public Future<CreatedApp> createWithId(AppId id, Token adminToken, NewApp app) {
        return new OwnIdCreation(requests, platform.withToken(adminToken), id, adminToken, app).run();
    }

    /** Returns an admin token that nobody can guess, for an app yet to be created. */
    public static Token newAdminToken() {
        return Token.of(UUID.randomUUID().toString());
    }

    /** Changes the title of an app ({@code POST /superadmin/apps/:id}). Safe to repeat. */
    public Future<App> rename(AppId app, String title) {
        return requests.send(() -> Call.post("rename app " + app, SUPERADMIN + "/" + app)
                        .body(new JsonObject().put("title", title))
                        .repeatable())
                .map(answer -> AppJson.decode(answer.member("app")));
    }

    /**
     * Deletes an app ({@code DELETE /superadmin/apps/:id}): it can no longer be found, and is removed for good two days
     * later. Its admin token works until then. Safe to repeat: an app that is gone after a lost answer counts as deleted.
     */
    public Future<Void> delete(AppId app) {
        return requests.send(() -> Call.delete("delete app " + app, SUPERADMIN + "/" + app))
                .mapEmpty();
    }

    /** Sets what an app may be used for ({@code POST /dash/apps/:id/status}; takes a signed-in user). Safe to repeat. */
    public Future<Void> setStatus(AppId app, AppStatus status) {
        return requests.send(() -> Call.post("set the status of app " + app, DASH + "/" + app + "/status")
                        .body(new JsonObject().put("status", Words.of(status)))
                        .repeatable())
                .mapEmpty();
    }

    /**
     * Removes all attrs and all data of an app ({@code POST /dash/apps/:id/clear}; takes a signed-in user who owns it).
     * Safe to repeat.
     */
    public Future<Void> clear(AppId app) {
        return requests.send(() -> Call.post("clear app " + app, DASH + "/" + app + "/clear")
                        .repeatable())
                .mapEmpty();
    }

    /**
     * Gives an app another admin token ({@code POST /dash/apps/:id/tokens}; takes a signed-in user). The old one stops
     * at once. Safe to repeat with the same token: when the answer is lost, the new token is tried on the app. If that
     * fails too, either of the two may be the one, so keep both until one of them works.
     *
     * @param newToken must be a UUID, such as {@link #newAdminToken} makes
     */
    public Future<Void> replaceAdminToken(AppId app, Token newToken) {
        return requests.send(() -> Call.post("replace the admin token of app " + app, DASH + "/" + app + "/tokens")
                        .body(new JsonObject().put("admin-token", newToken.reveal()))
                        .secret(newToken)
                        .repeatable())
                .<Void>mapEmpty()
                .recover(failure -> platform.withToken(newToken)
                        .apps()
                        .get(app)
                        .<Void>mapEmpty()
                        .recover(notYet -> Future.failedFuture(failure)));
    }

    private static AppDetails withRules(AppDetails details, Rules rules) {
        Attrs schema = details.maybeSchema();
        return new AppDetails(details.app(), schema, rules);
    }

    /** Returns a path that asks for more about apps; an empty list of it would be refused. */
    static String included(String path, Set<Include> includes) {
        if (includes.isEmpty()) {
            return path;
        }
        String words = includes.stream()
                .map(include -> include == Include.SCHEMA ? "schema" : "perms")
                .collect(joining(","));
        return Paths.query(path, "include", words);
    }
}
