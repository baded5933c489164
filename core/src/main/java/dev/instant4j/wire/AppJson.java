package dev.instant4j.wire;

import dev.instant4j.model.App;
import dev.instant4j.model.AppDetails;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AppStatus;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.OrgId;
import dev.instant4j.model.Role;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.SharedApp;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.TemporaryStatus;
import dev.instant4j.model.Token;
import dev.instant4j.model.UserId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Apps as a platform creates and shows them. */
public final class AppJson {

    private AppJson() {}

    /** Returns the request for a temporary app. */
    public static JsonObject newTemporary(String title, Schema schema, Rules rules) {
        return withRules(withSchema(new JsonObject().put("title", title), schema), "rules", code(rules));
    }

    /** Returns the request for an app of an account or an org. */
    public static JsonObject newApp(String title, @Nullable OrgId org, Schema schema, Rules rules) {
        JsonObject request = withOrg(new JsonObject().put("title", title), org);
        return withRules(withSchema(request, schema), "perms", RulesJson.encode(rules));
    }

    /** Returns the request for an app whose id and token are chosen by the caller. */
    public static JsonObject newAppWithId(
            AppId id, Token adminToken, String title, @Nullable OrgId org, Schema schema, Rules rules) {
        JsonObject request =
                new JsonObject().put("id", id.toString()).put("title", title).put("admin_token", adminToken.reveal());
        return withRules(withSchema(withOrg(request, org), schema), "rules", code(rules));
    }

    /** Returns the temporary app that an answer says to have been created. */
    public static TemporaryApp createdTemporary(JsonCursor answer) {
        JsonCursor app = answer.member("app");
        return new TemporaryApp(
                new AppId(app.member("id").uuid()), app.member("title").text(), adminToken(app), expiry(answer));
    }

    /** Returns what everyone may know of a temporary app. */
    public static TemporaryStatus temporaryStatus(JsonCursor answer) {
        return new TemporaryStatus(decode(answer.member("app")), expiry(answer));
    }

    /** Returns the app that an answer says to have been created. */
    public static CreatedApp created(JsonCursor answer) {
        JsonCursor app = answer.member("app");
        return new CreatedApp(decode(app), adminToken(app));
    }

    /** Returns the app that a platform shows. */
    public static App decode(JsonCursor app) {
        return new App(
                new AppId(app.member("id").uuid()),
                app.member("title").text(),
                app.optional("creator_id").map(id -> new UserId(id.uuid())).orElse(null),
                app.optional("org_id").map(id -> new OrgId(id.uuid())).orElse(null),
                app.member("created_at").instant(),
                app.member("status").word(AppStatus.class),
                app.optional("deletion_marked_at").map(JsonCursor::instant).orElse(null));
    }

    /**
     * Returns the app that a platform shows with what was asked for besides.
     *
     * @param hasRules whether its rules were asked for: they are null if it never had any
     */
    public static AppDetails details(JsonCursor app, boolean hasRules) {
        return new AppDetails(
                decode(app),
                app.optional("schema").map(ShownSchemaJson::decode).orElse(null),
                hasRules ? app.optional("perms").map(RulesJson::decode).orElse(Rules.NONE) : null);
    }

    /** Returns the app that a platform shows to those who work on it. */
    public static SharedApp shared(JsonCursor app) {
        Optional<JsonCursor> rules = app.optional("rules").or(() -> app.optional("perms"));
        AppDetails details = new AppDetails(
                decode(app),
                app.optional("schema").map(ShownSchemaJson::decode).orElse(null),
                rules.map(RulesJson::decode).orElse(Rules.NONE));
        return new SharedApp(
                details,
                app.optional("admin_token")
                        .map(token -> token.<Token>parsed("a token", Token::of))
                        .orElse(null),
                app.optional("user_app_role").map(role -> role.word(Role.class)).orElse(null),
                app.optional("members").map(OrgJson::members).orElse(List.of()),
                app.optional("invites").map(OrgJson::invites).orElse(List.of()));
    }

    /** Returns the apps that an answer lists to those who work on them. */
    public static List<SharedApp> allShared(JsonCursor answer) {
        return answer.member("apps").elements(AppJson::shared);
    }

    private static Token adminToken(JsonCursor app) {
        return app.member("admin-token").parsed("a token", Token::of);
    }

    private static Instant expiry(JsonCursor answer) {
        return Instant.ofEpochMilli(answer.member("expires_ms").number());
    }

    private static JsonObject code(Rules rules) {
        return new JsonObject().put("code", RulesJson.encode(rules));
    }

    private static JsonObject withSchema(JsonObject request, Schema schema) {
        return schema.equals(Schema.EMPTY) ? request : request.put("schema", SchemaJson.encode(schema));
    }

    private static JsonObject withOrg(JsonObject request, @Nullable OrgId org) {
        return org == null ? request : request.put("org_id", org.toString());
    }

    private static JsonObject withRules(JsonObject request, String key, JsonObject rules) {
        boolean hasRules = !rules.isEmpty() && !rules.equals(code(Rules.NONE));
        return hasRules ? request.put(key, rules) : request;
    }
}
