package dev.instant4j.local.node;

import dev.instant4j.admin.Query;
import dev.instant4j.client.NewApp;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static dev.instant4j.dsl.Dsl.any;
import static dev.instant4j.dsl.Dsl.create;
import static dev.instant4j.dsl.Dsl.date;
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

/** The official Admin SDK does against the embedded platform what it does against a real one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminSdkTest {
    private static final String EMAIL = "reader@local.test";
    private static final JsonObject READER = new JsonObject().put("email", EMAIL);
    private static final JsonObject GUEST = new JsonObject().put("guest", true);

    private static final Schema SCHEMA = schema(
            entity("comments", date("createdAt"), string("text")),
            entity(
                    "posts",
                    any("meta").optional(),
                    string("slug").unique().indexed(),
                    string("title"),
                    number("views")),
            link("commentsPost", hasOne("comments", "post"), hasMany("posts", "comments")));
    private static final Rules RULES = rules(
            namespace("posts", view("true"), create("auth.id != null")),
            namespace("comments", view("auth.id != null")));

    private final Host host = new Host();
    private NodeTools tools;
    private NodeProject project;
    private CreatedApp app;

    @BeforeAll
    void install() throws Exception {
        tools = NodeTools.installed();
    }

    @AfterAll
    void close() {
        host.close();
    }

    @BeforeEach
    void newApp(@TempDir(factory = NodeTools.Beside.class) Path parent) throws Exception {
        NewApp blog = NewApp.titled("blog").schema(SCHEMA).rules(RULES);
        app = host.client().apps().create(blog).await();
        project = NodeProject.in(parent, tools, host.uri()).of(app.id(), app.adminToken());
    }

    @Test
    void what_it_writes_is_read_by_it_and_by_us() throws Exception {
        JsonObject made = sdk("transact");
        JsonObject query = new JsonObject("{\"posts\":{\"comments\":{}}}");

        JsonObject theirs = sdk("query", new JsonObject().put("query", query));
        JsonObject ours = host.admin(app).query(Query.of(query)).await();

        JsonObject post = theirs.getJsonArray("posts").getJsonObject(0);
        assertThat(post.getString("id")).isEqualTo(made.getString("post"));
        assertThat(post.getString("title")).isEqualTo("One");
        assertThat(post.getJsonObject("meta")).isEqualTo(new JsonObject("{\"tags\":[\"a\"]}"));
        assertThat(post.getJsonArray("comments").getJsonObject(0).getString("id"))
                .isEqualTo(made.getString("comment"));
        assertThat(theirs).isEqualTo(ours);
    }

    @Test
    void guests_and_users_see_what_the_rules_show_them() throws Exception {
        sdk("createToken", new JsonObject().put("as", READER));
        sdk("transact");
        JsonObject query = new JsonObject("{\"posts\":{},\"comments\":{}}");

        JsonObject forGuest = sdk("query", new JsonObject().put("query", query).put("as", GUEST));
        JsonObject forReader = sdk("query", new JsonObject().put("query", query).put("as", READER));

        assertThat(forGuest.getJsonArray("posts")).hasSize(1);
        assertThat(forGuest.getJsonArray("comments")).isEmpty();
        assertThat(forReader.getJsonArray("comments")).hasSize(1);
    }

    @Test
    void a_guest_may_not_write_what_a_user_may() throws Exception {
        sdk("createToken", new JsonObject().put("as", READER));

        JsonObject refused = sdk("createPost", new JsonObject().put("as", GUEST));
        JsonArray before = posts();
        JsonObject done = sdk("createPost", new JsonObject().put("as", READER));

        JsonObject error = refused.getJsonObject("error");
        assertThat(error.getString("type")).isEqualTo("permission-denied");
        assertThat(error.getInteger("status")).isEqualTo(400);
        assertThat(before).isEmpty();
        assertThat(done.containsKey("error")).isFalse();
        assertThat(posts()).hasSize(1);
    }

    private JsonArray posts() {
        Query all = Query.of(new JsonObject().put("posts", new JsonObject()));
        return host.admin(app).query(all).await().getJsonArray("posts");
    }

    private JsonObject sdk(String what) throws Exception {
        return sdk(what, new JsonObject());
    }

    private JsonObject sdk(String what, JsonObject input) throws Exception {
        return project.script("admin.mjs", input.copy().put("what", what));
    }
}
