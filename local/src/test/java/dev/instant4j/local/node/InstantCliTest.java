package dev.instant4j.local.node;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.UserKey;
import dev.instant4j.admin.Write;
import dev.instant4j.client.AdminClient;
import dev.instant4j.client.Include;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.diff.Renames;
import dev.instant4j.diff.SchemaDiff;
import dev.instant4j.model.App;
import dev.instant4j.model.AppDetails;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import dev.instant4j.model.UserId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.dsl.Dsl.CASCADE;
import static dev.instant4j.dsl.Dsl.any;
import static dev.instant4j.dsl.Dsl.bind;
import static dev.instant4j.dsl.Dsl.create;
import static dev.instant4j.dsl.Dsl.date;
import static dev.instant4j.dsl.Dsl.delete;
import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.hasMany;
import static dev.instant4j.dsl.Dsl.hasOne;
import static dev.instant4j.dsl.Dsl.link;
import static dev.instant4j.dsl.Dsl.namespace;
import static dev.instant4j.dsl.Dsl.number;
import static dev.instant4j.dsl.Dsl.rules;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;
import static dev.instant4j.dsl.Dsl.view;
import static org.assertj.core.api.Assertions.assertThat;

/** The official command line tool does against the embedded platform what it does against a real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstantCliTest {
    /** What {@code instant.schema.ts} says. */
    private static final Schema SCHEMA = schema(
            entity("comments", date("createdAt").indexed(), string("text")),
            entity(
                    "posts",
                    string("body").optional(),
                    any("meta").optional(),
                    string("slug").unique().indexed(),
                    string("title"),
                    number("views").indexed()),
            link("commentsPost", hasOne("comments", "post").required().onDelete(CASCADE), hasMany("posts", "comments")),
            link("postsAuthor", hasOne("posts", "author"), hasMany("$users", "posts")));

    /** What {@code instant.perms.ts} says. */
    private static final Rules RULES = rules(
            namespace(
                    "posts",
                    bind("isAuthor", "auth.id in data.ref('author.id')"),
                    view("true"),
                    create("auth.id != null"),
                    delete("isAuthor")),
            namespace("comments", view("true")));

    private static final String SCHEMA_FILE = "instant.schema.ts";
    private static final String PERMS_FILE = "instant.perms.ts";

    private final Host host = new Host();
    private NodeTools tools;
    private NodeProject project;

    @BeforeAll
    void install() throws IOException, InterruptedException {
        tools = NodeTools.installed();
    }

    @AfterAll
    void close() {
        host.close();
    }

    @BeforeEach
    void newProject(@TempDir(factory = NodeTools.Beside.class) Path parent) throws IOException {
        project = NodeProject.in(parent, tools, host.uri());
    }

    @Test
    void an_app_is_made_without_files_by_whoever_comes_along() throws Exception {
        JsonObject made = project.cli("init-without-files", "--title", "throwaway", "--temp")
                .succeeded()
                .json();

        App app = host.client()
                .withToken(adminToken(made))
                .apps()
                .get(appId(made))
                .await();
        assertThat(app.title()).isEqualTo("throwaway");
        assertThat(app.creator()).isNotEqualTo(new UserId(host.user().id()));
    }

    @Test
    void an_app_is_made_without_files_for_whoever_has_a_token() throws Exception {
        JsonObject made = project.as(host.user().personalToken())
                .cli("init-without-files", "--title", "kept")
                .succeeded()
                .json();

        assertThat(host.client().apps().get(appId(made)).await().title()).isEqualTo("kept");
        InstantPlatform owner = host.client().withToken(adminToken(made));
        assertThat(owner.schema().pull(appId(made)).await().own()).isEmpty();
    }

    @Test
    void a_project_begins_with_a_temporary_app() throws Exception {
        project.as(host.user().loginToken())
                .cli("init", "-y", "--title", "begun", "--temp")
                .succeeded();

        String env = project.read(".env");
        AppId app = new AppId(UUID.fromString(value(env, "INSTANT_APP_ID")));
        InstantPlatform owner = host.client().withToken(Token.of(value(env, "INSTANT_APP_ADMIN_TOKEN")));
        assertThat(SchemaDiff.between(owner.schema().pull(app).await(), SCHEMA, Renames.NONE))
                .isEmpty();
        assertThat(owner.rules().pull(app).await()).isEqualTo(RULES);
    }

    @Test
    void a_pushed_project_is_pulled_back_byte_for_byte(@TempDir(factory = NodeTools.Beside.class) Path parent)
            throws Exception {
        CreatedApp app = host.newApp("round trip");
        NodeProject copy = NodeProject.in(parent, tools, host.uri());
        copy.write(SCHEMA_FILE, project.read(SCHEMA_FILE).replace("      title: i.string(),\n", ""));
        copy.write(PERMS_FILE, "");

        project.of(app.id(), app.adminToken()).cli("push", "-y").succeeded();
        NodeRun.Outcome pulled = copy.as(host.user().personalToken())
                .with("INSTANT_APP_ID", app.id().toString())
                .cli("pull", "-y");
        NodeRun.Outcome pushedAgain =
                copy.of(app.id(), app.adminToken()).cli("push", "-y").succeeded();

        assertThat(pulled.succeeded().out())
                .contains("Wrote schema to " + SCHEMA_FILE, "Wrote permissions to " + PERMS_FILE);
        assertThat(copy.read(SCHEMA_FILE)).isEqualTo(project.read(SCHEMA_FILE));
        assertThat(copy.read(PERMS_FILE)).isEqualTo(project.read(PERMS_FILE));
        assertThat(pushedAgain.out()).contains("No schema changes to apply!", "No perms changes to apply!");
        AppDetails stored = stored(app);
        assertThat(SchemaDiff.between(stored.schema().orElseThrow(), SCHEMA, Renames.NONE))
                .isEmpty();
        assertThat(stored.rules()).hasValue(RULES);
    }

    @Test
    void a_push_renames_and_deletes_and_keeps_the_data_of_what_is_left() throws Exception {
        CreatedApp app = blog();
        AdminClient admin = host.admin(app);
        admin.transact(post("one", "First")).await();
        project.write(
                SCHEMA_FILE,
                project.read(SCHEMA_FILE)
                        .replace("      title: i.string(),\n", "      headline: i.string(),\n")
                        .replace("      body: i.string().optional(),\n", ""));

        project.of(app.id(), app.adminToken())
                .cli("push", "schema", "-y", "--rename", "posts.title:posts.headline")
                .succeeded();

        assertThat(posts(admin).getJsonObject(0).getString("headline")).isEqualTo("First");
        assertThat(stored(app).schema().orElseThrow().names())
                .contains(new AttrName("posts", "headline"))
                .doesNotContain(new AttrName("posts", "title"), new AttrName("posts", "body"));
    }

    @Test
    void a_push_tells_of_data_that_a_constraint_finds_wrong() throws Exception {
        CreatedApp app = blog();
        host.admin(app).transact(post("one", "Same"), post("two", "Same")).await();
        project.write(
                SCHEMA_FILE, project.read(SCHEMA_FILE).replace("title: i.string()", "title: i.string().unique()"));

        NodeRun.Outcome push = project.of(app.id(), app.adminToken()).cli("push", "schema", "-y");

        assertThat(push.code()).isEqualTo(1);
        assertThat(push.out())
                .contains("INVALID DATA adding uniqueness constraint to posts.title.")
                .contains("Found multiple entities with value \"Same\".");
        assertThat(stored(app).schema().orElseThrow().byName(new AttrName("posts", "title")))
                .hasValueSatisfying(title -> assertThat(title.isUnique()).isFalse());
    }

    @Test
    void rules_that_do_not_compile_are_refused_and_the_old_ones_stay() throws Exception {
        CreatedApp app = blog();
        project.write(PERMS_FILE, project.read(PERMS_FILE).replace("auth.id != null", "auth.id != nobody"));

        NodeRun.Outcome push = project.of(app.id(), app.adminToken()).cli("push", "perms", "-y");

        assertThat(push.code()).isEqualTo(1);
        assertThat(push.err()).contains("posts->allow->create: undeclared reference to 'nobody'");
        assertThat(stored(app).rules()).hasValue(RULES);
    }

    @Test
    void queries_are_answered_to_admins_guests_and_users() throws Exception {
        CreatedApp app = blog();
        AdminClient admin = host.admin(app);
        admin.users().createToken(UserKey.email("reader@local.test")).await();
        EntityId post = EntityId.random();
        admin.transact(Write.create("posts", post, values("one", "First"))).await();
        NodeProject blog = project.of(app.id(), app.adminToken());

        JsonArray found = new JsonArray().add(values("one", "First").put("id", post.toString()));
        String where = "{ posts: { $: { where: { slug: 'one' } } }, nosuch: {} }";
        assertThat(query(blog, where, "--admin"))
                .isEqualTo(new JsonObject().put("posts", found).put("nosuch", new JsonArray()));
        assertThat(query(blog, "{ posts: {}, $users: {} }", "--as-guest"))
                .isEqualTo(new JsonObject().put("posts", found).put("$users", new JsonArray()));
        assertThat(query(blog, "{ $users: {} }", "--as-email", "reader@local.test")
                        .getJsonArray("$users"))
                .hasSize(1);
    }

    @Test
    void a_query_that_cannot_be_answered_is_refused_with_its_place() throws Exception {
        CreatedApp app = blog();

        NodeRun.Outcome query = project.of(app.id(), app.adminToken())
                .cli("query", "{ posts: { $: { order: { title: 'asc' } } } }", "--admin");

        assertThat(query.code()).isEqualTo(1);
        assertThat(query.err()).contains("posts->$->order: The `posts.title` attribute is not indexed.");
    }

    @Test
    void an_account_sees_lists_and_deletes_its_apps() throws Exception {
        CreatedApp kept = host.newApp("kept for good");
        CreatedApp gone = host.newApp("gone soon");
        NodeProject account = project.as(host.user().loginToken());

        NodeRun.Outcome info =
                account.with("INSTANT_APP_ID", kept.id().toString()).cli("info").succeeded();
        JsonArray listed =
                new JsonArray(account.cli("app", "list", "--json").succeeded().out());
        account.cli("app", "delete", "-a", gone.id().toString(), "-y").succeeded();

        assertThat(info.out())
                .contains("Logged in as " + host.user().email(), "App: kept for good (" + kept.id() + ")");
        assertThat(listed).contains(entry(kept), entry(gone));
        assertThat(host.client().apps().list().await())
                .extracting(details -> details.app().id())
                .contains(kept.id())
                .doesNotContain(gone.id());
    }

    @Test
    void a_claimed_app_belongs_to_the_account() throws Exception {
        TemporaryApp app =
                host.client().apps().createTemporary(NewApp.titled("found")).await();

        project.as(host.user().loginToken())
                .of(app.id(), app.adminToken())
                .cli("claim")
                .succeeded();

        App claimed = host.client().apps().get(app.id()).await();
        assertThat(claimed.creator()).isEqualTo(new UserId(host.user().id()));
    }

    @Test
    void a_login_that_a_user_agrees_to_lasts_until_the_logout() throws Exception {
        NodeRun login = project.startCli("login", "--headless");
        String ticket = login.awaitLineWith("ticket=");

        agreeTo(ticket);

        String loggedIn = "Logged in as " + host.user().email();
        assertThat(login.outcome().succeeded().out())
                .contains("Successfully logged in as " + host.user().email());
        assertThat(project.cli("info").out()).contains(loggedIn);
        project.cli("logout").succeeded();
        assertThat(project.cli("info").out()).contains("Not logged in.");
    }

    /** Does what the page of the ticket does for a user who is logged in there. */
    private void agreeTo(String ticket) throws IOException, InterruptedException {
        HttpRequest claim = HttpRequest.newBuilder(URI.create(host.uri() + "/dash/cli/auth/claim"))
                .header("Authorization", "Bearer " + host.user().loginToken().reveal())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        new JsonObject().put("ticket", ticket).encode()))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(claim, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Makes an app of what the project's files say. */
    private CreatedApp blog() {
        NewApp blog = NewApp.titled("blog").schema(SCHEMA).rules(RULES);
        return host.client().apps().create(blog).await();
    }

    private static Write post(String slug, String title) {
        return Write.create("posts", EntityId.random(), values(slug, title));
    }

    private static JsonObject values(String slug, String title) {
        return new JsonObject().put("slug", slug).put("title", title).put("views", 1);
    }

    private static JsonArray posts(AdminClient admin) {
        JsonObject all = new JsonObject().put("posts", new JsonObject());
        return admin.query(Query.of(all)).await().getJsonArray("posts");
    }

    private static JsonObject entry(CreatedApp app) {
        return new JsonObject()
                .put("id", app.id().toString())
                .put("title", app.app().title());
    }

    private static AppId appId(JsonObject made) {
        return new AppId(UUID.fromString(made.getJsonObject("app").getString("appId")));
    }

    private static Token adminToken(JsonObject made) {
        return Token.of(made.getJsonObject("app").getString("adminToken"));
    }

    private static String value(String env, String name) {
        return env.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject query(NodeProject project, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("query"));
        command.addAll(List.of(words));
        return project.cli(command.toArray(String[]::new)).succeeded().json();
    }

    private AppDetails stored(CreatedApp app) {
        return host.client().apps().get(app.id(), Include.SCHEMA, Include.RULES).await();
    }
}
