package dev.instant4j.local.node;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.Write;
import dev.instant4j.client.AdminClient;
import dev.instant4j.client.Include;
import dev.instant4j.client.NewApp;
import dev.instant4j.diff.Renames;
import dev.instant4j.diff.SchemaDiff;
import dev.instant4j.model.AppDetails;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Token;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.dsl.Dsl.CASCADE;
import static dev.instant4j.dsl.Dsl.create;
import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.hasMany;
import static dev.instant4j.dsl.Dsl.hasOne;
import static dev.instant4j.dsl.Dsl.link;
import static dev.instant4j.dsl.Dsl.namespace;
import static dev.instant4j.dsl.Dsl.rules;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;
import static dev.instant4j.dsl.Dsl.view;
import static org.assertj.core.api.Assertions.assertThat;

/** The official Platform SDK does against the embedded platform what it does against a real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformSdkTest {
    private static final Schema POSTS =
            schema(entity("posts", string("slug").unique().indexed(), string("title")));
    private static final Schema POSTS_AND_COMMENTS = schema(
            entity(
                    "posts",
                    string("slug").unique().indexed(),
                    string("title"),
                    string("body").optional()),
            entity("comments", string("text")),
            link(
                    "commentsPost",
                    hasOne("comments", "post").required().onDelete(CASCADE),
                    hasMany("posts", "comments")));
    private static final Rules RULES = rules(namespace("posts", view("true"), create("auth.id != null")));

    private final Host host = new Host();
    private NodeTools tools;
    private NodeProject project;

    @BeforeAll
    void install() throws Exception {
        tools = NodeTools.installed();
    }

    @AfterAll
    void close() {
        host.close();
    }

    @BeforeEach
    void newProject(@TempDir(factory = NodeTools.Beside.class) Path parent) throws Exception {
        project = NodeProject.in(parent, tools, host.uri()).as(host.user().personalToken());
    }

    @Test
    void a_temporary_app_is_made_with_schema_and_rules() throws Exception {
        JsonObject made = sdk("createTemporaryApp");

        JsonObject app = made.getJsonObject("app");
        AppId id = id(app);
        AppDetails stored = host.client()
                .withToken(Token.of(app.getString("adminToken")))
                .apps()
                .get(id, Include.SCHEMA, Include.RULES)
                .await();
        assertThat(made.getLong("expiresMs")).isPositive();
        assertThat(stored.app().title()).isEqualTo("throwaway");
        assertHas(stored, POSTS, RULES);
    }

    @Test
    void an_app_is_made_with_schema_and_rules_and_listed() throws Exception {
        JsonObject app = sdk("createApp").getJsonObject("app");

        JsonObject listed = sdk("getApps").getJsonArray("apps").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("id").equals(app.getString("id")))
                .findFirst()
                .orElseThrow();
        assertThat(app.getString("title")).isEqualTo("kept");
        assertThat(listed.getJsonObject("schema").getJsonObject("entities").getMap())
                .containsKeys("posts", "$users");
        assertThat(listed.getJsonObject("perms").getJsonObject("posts").getJsonObject("allow"))
                .isEqualTo(new JsonObject().put("view", "true").put("create", "auth.id != null"));
        assertHas(stored(id(app)), POSTS, RULES);
    }

    @Test
    void a_plan_names_the_additions_and_changes_nothing() throws Exception {
        CreatedApp app = posts();

        JsonObject plan = sdk("planSchemaPush", app, new JsonObject().put("schema", "postsAndComments"));

        assertThat(descriptions(plan))
                .contains("Add attribute posts.body.", "Add attribute comments.text.")
                .noneMatch(text -> text.contains("posts.title"));
        assertHas(stored(app.id()), POSTS, Rules.NONE);
    }

    @Test
    void an_additive_push_adds_and_deletes_nothing() throws Exception {
        CreatedApp app = posts();
        sdk("schemaPush", app, new JsonObject().put("schema", "postsAndComments"));

        JsonObject push = sdk("schemaPush", app, new JsonObject().put("schema", "posts"));
        JsonObject plan = sdk("planSchemaPush", app, new JsonObject().put("schema", "postsAndComments"));

        assertThat(push.getJsonArray("steps")).isEmpty();
        assertThat(plan.getJsonArray("steps")).isEmpty();
        assertHas(stored(app.id()), POSTS_AND_COMMENTS, Rules.NONE);
    }

    @Test
    void an_overwrite_deletes_what_is_not_said_any_more() throws Exception {
        CreatedApp app = posts();
        sdk("schemaPush", app, overwrite("postsAndComments"));
        assertHas(stored(app.id()), POSTS_AND_COMMENTS, Rules.NONE);

        JsonObject push = sdk("schemaPush", app, overwrite("posts"));

        assertThat(descriptions(push)).contains("Delete attribute posts.body.", "Delete attribute comments.text.");
        assertHas(stored(app.id()), POSTS, Rules.NONE);
    }

    @Test
    void a_rename_keeps_the_data() throws Exception {
        CreatedApp app = posts();
        AdminClient admin = host.admin(app);
        admin.transact(post("one", "First")).await();

        sdk("schemaPush", app, overwrite("renamed").put("renames", new JsonArray().add("posts.title:posts.headline")));

        JsonObject post = admin.query(Query.of(new JsonObject().put("posts", new JsonObject())))
                .await()
                .getJsonArray("posts")
                .getJsonObject(0);
        assertThat(post.getString("headline")).isEqualTo("First");
        assertThat(post.containsKey("title")).isFalse();
    }

    @Test
    void a_push_reports_the_job_that_finds_duplicates() throws Exception {
        CreatedApp app = posts();
        host.admin(app).transact(post("one", "Same"), post("two", "Same")).await();

        JsonObject push = sdk("schemaPush", app, new JsonObject().put("schema", "uniqueTitles"));

        JsonObject summary = push.getJsonObject("summary");
        assertThat(summary.getInteger("errorCount")).isEqualTo(1);
        assertThat(summary.getJsonArray("erroredSteps")
                        .getJsonObject(0)
                        .getJsonObject("backgroundJob")
                        .getString("error"))
                .isEqualTo("triple-not-unique-error");
        assertThat(attrs(app).byName(new AttrName("posts", "title")))
                .hasValueSatisfying(title -> assertThat(title.isUnique()).isFalse());
    }

    @Test
    void rules_are_replaced() throws Exception {
        CreatedApp app = posts();

        JsonObject pushed = sdk("pushPerms", app, new JsonObject());

        assertThat(pushed.getJsonObject("perms").getMap()).containsOnlyKeys("posts");
        assertThat(stored(app.id()).rules()).hasValue(RULES);
    }

    @Test
    void the_same_rules_again_make_the_sdk_stumble_as_on_a_real_platform() throws Exception {
        CreatedApp app = posts();
        sdk("pushPerms", app, new JsonObject());

        JsonObject pushed = sdk("pushPerms", app, new JsonObject());

        assertThat(pushed.getJsonObject("error").getString("name")).isEqualTo("TypeError");
        assertThat(stored(app.id()).rules()).hasValue(RULES);
    }

    @Test
    void a_platform_token_tells_its_scopes() throws Exception {
        JsonObject tokens = host.platformTokens();
        project = project.as(Token.of(tokens.getJsonObject("apps_rw").getString("access_token")));

        JsonObject info = sdk("tokenInfo");

        assertThat(info.getString("scopes")).isEqualTo("apps-read apps-write");
        assertThat(info.getString("tokenType")).isEqualTo("Bearer");
        assertThat(info.getInstant("expiresAt")).isAfter(Instant.now());
    }

    @Test
    void a_refusal_arrives_with_type_and_message() throws Exception {
        CreatedApp app = posts();
        project = project.as(Token.of(UUID.randomUUID().toString()));

        JsonObject refusal = sdk("planSchemaPush", app, new JsonObject().put("schema", "posts"));

        assertThat(refusal.getJsonObject("error").getInteger("status")).isEqualTo(401);
        assertThat(refusal.getJsonObject("error").getString("type")).isEqualTo("record-not-found");
    }

    private CreatedApp posts() {
        return host.client().apps().create(NewApp.titled("posts").schema(POSTS)).await();
    }

    private JsonObject sdk(String what) throws Exception {
        return project.script("platform.mjs", new JsonObject().put("what", what));
    }

    private JsonObject sdk(String what, CreatedApp app, JsonObject input) throws Exception {
        JsonObject request =
                new JsonObject().put("what", what).put("appId", app.id().toString());
        return project.script("platform.mjs", request.mergeIn(input));
    }

    private static JsonObject overwrite(String schema) {
        return new JsonObject().put("schema", schema).put("overwrite", true);
    }

    private static Write post(String slug, String title) {
        return Write.create(
                "posts", EntityId.random(), new JsonObject().put("slug", slug).put("title", title));
    }

    private static List<String> descriptions(JsonObject planOrPush) {
        return planOrPush.getJsonArray("steps").stream()
                .map(step -> ((JsonObject) step).getString("friendlyDescription"))
                .toList();
    }

    private static AppId id(JsonObject app) {
        return new AppId(UUID.fromString(app.getString("id")));
    }

    private AppDetails stored(AppId app) {
        return host.client().apps().get(app, Include.SCHEMA, Include.RULES).await();
    }

    private Attrs attrs(CreatedApp app) {
        return stored(app.id()).schema().orElseThrow();
    }

    private static void assertHas(AppDetails stored, Schema schema, Rules rules) {
        assertThat(SchemaDiff.between(stored.schema().orElseThrow(), schema, Renames.NONE))
                .isEmpty();
        assertThat(stored.rules()).hasValue(rules);
    }
}
