package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static dev.instant4j.local.TestApp.step;
import static org.assertj.core.api.Assertions.assertThat;

/** Rules decide what guests and users see and write. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTest {
    private static final String DOC = "5eed0000-0000-4000-8000-00000000010";
    private static final String TEAM = "5eed0000-0000-4000-8000-000000000201";
    private static final String ANN = "ann@example.com";
    private static final JsonObject DOCS = new JsonObject("{\"query\": {\"docs\": {}}}");

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void a_user_sees_what_links_lead_to_and_a_guest_nothing() {
        TestApp app = app("{'docs': {'allow': {'view': \"auth.id in data.ref('team.members')\"}}}");

        assertThat(docs(app, "as-email", ANN)).hasSize(1);
        assertThat(docs(app, "as-guest", "true")).isEmpty();
        assertThat(app.entities("docs")).hasSize(2);
    }

    @Test
    void a_refresh_token_stands_for_its_user_without_an_admin_token() {
        TestApp app = app("{'docs': {'allow': {'view': \"auth.email == 'ann@example.com'\"}}}");
        String token = user(app).getString("refresh_token");

        Exchanges.Answer answer = new Exchanges(vertx, platform)
                .post("/admin/query", Map.of("app-id", app.id(), "as-token", token), DOCS)
                .await();

        assertThat(answer.json().getJsonArray("docs")).hasSize(2);
    }

    @Test
    void a_page_is_filled_with_what_may_be_seen() {
        TestApp app = app("{'docs': {'allow': {'view': \"data.title == 'second'\"}}}");
        JsonObject query = new JsonObject("{\"query\": {\"docs\": {\"$\": {\"limit\": 1}}}}");

        assertThat(app.admin("/query", query, "as-guest", "true").json().getJsonArray("docs"))
                .hasSize(1);
    }

    @Test
    void a_field_is_left_out_where_its_rule_says_no() {
        TestApp app = app("{'docs': {'fields': {'title': \"auth.id != null\"}}}");

        assertThat(docs(app, "as-guest", "true").getJsonObject(0).containsKey("title"))
                .isFalse();
        assertThat(docs(app, "as-email", ANN).getJsonObject(0).containsKey("title"))
                .isTrue();
    }

    @Test
    void parameters_of_a_query_reach_its_rules() {
        TestApp app = app("{'docs': {'allow': {'view': \"ruleParams.key == 'open'\"}}}");
        JsonObject query = new JsonObject("{\"query\": {\"$$ruleParams\": {\"key\": \"open\"}, \"docs\": {}}}");

        assertThat(app.admin("/query", query, "as-guest", "true").json().getJsonArray("docs"))
                .hasSize(2);
        assertThat(docs(app, "as-guest", "true")).isEmpty();
    }

    @Test
    void an_update_is_judged_by_what_it_changes() {
        TestApp app = app("{'docs': {'allow': {'update': 'newData.title != data.title'}}}");

        assertThat(transact(app, step("update", "docs", DOC + 1, new JsonObject().put("title", "new")))
                        .status())
                .isEqualTo(200);
        assertDenied(transact(app, step("update", "docs", DOC + 1, new JsonObject().put("title", "new"))), "docs");
    }

    @Test
    void a_denial_undoes_the_whole_transaction() {
        TestApp app = app("{'docs': {'allow': {'delete': 'false'}}, 'notes': {'allow': {'create': 'true'}}}");

        Exchanges.Answer answer = transact(
                app,
                step("update", "notes", DOC + 9, new JsonObject().put("text", "x")),
                step("delete", "docs", DOC + 1));

        assertDenied(answer, "docs");
        assertThat(app.entities("notes")).isEmpty();
        assertThat(app.entities("docs")).hasSize(2);
    }

    @Test
    void deleting_asks_for_all_that_is_taken_along() {
        TestApp app = app("{'teams': {'allow': {'delete': 'true'}}, 'docs': {'allow': {'delete': 'false'}}}");

        assertDenied(transact(app, step("delete", "teams", TEAM)), "docs");
    }

    @Test
    void a_link_without_rules_of_its_own_needs_an_update_and_a_view() {
        TestApp app = app("{'docs': {'allow': {'update': 'true'}}, 'teams': {'allow': {'view': 'false'}}}");

        assertDenied(transact(app, step("link", "docs", DOC + 2, new JsonObject().put("team", TEAM))), "teams");
    }

    @Test
    void a_rule_of_a_link_sees_both_ends() {
        TestApp app = app("{'docs': {'allow': {'update': 'false', 'link': {'team':"
                + " \"linkedData.name == 'red' && actions.data == 'update'\"}}}}");

        assertThat(transact(app, step("link", "docs", DOC + 2, new JsonObject().put("team", TEAM)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void users_are_not_made_by_transactions_of_guests() {
        TestApp app = app("{}");

        Exchanges.Answer answer =
                transact(app, step("update", "$users", DOC + 8, new JsonObject().put("email", "x@example.com")));

        assertThat(answer.json().getString("message"))
                .isEqualTo("Validation failed for tx-step: $users is a system entity. You aren't allowed to create"
                        + " this directly.");
    }

    @Test
    void a_rule_without_an_answer_fails_the_request() {
        TestApp app = app("{'docs': {'allow': {'view': 'data.none > 3'}}}");

        JsonObject answer = app.admin("/query", DOCS, "as-guest", "true").json();

        assertThat(answer.getString("type")).isEqualTo("permission-evaluation-failed");
        assertThat(answer.getString("message"))
                .isEqualTo("Could not evaluate permission rule for `docs.view`. You may have a typo. Debug this in"
                        + " the sandbox and then update your permission rules.");
    }

    @Test
    void a_path_that_is_not_there_fails_the_request() {
        TestApp app =
                app("{'docs': {'allow': {'view': \"true || data.ref('a') == [] || size(data.ref('no.id')) > 0\"}}}");
        TestApp strict = app("{'docs': {'allow': {'view': \"size(data.ref('no.id')) > 0 || true\"}}}");

        assertThat(docs(app, "as-guest", "true")).hasSize(2);
        assertThat(strict.admin("/query", DOCS, "as-guest", "true").json().getString("message"))
                .isEqualTo("Record not found: attr");
    }

    @Test
    void an_exhausted_rate_limit_answers_429() {
        TestApp app = app("{'$rateLimits': {'burst': {'limits': [{'capacity': 1}]}},"
                + " 'notes': {'allow': {'create': \"rateLimit.burst.limit('all')\"}}}");

        assertThat(transact(app, step("update", "notes", DOC + 7, new JsonObject()))
                        .status())
                .isEqualTo(200);
        Exchanges.Answer second = transact(app, step("update", "notes", DOC + 6, new JsonObject()));
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.json().getJsonObject("hint").getInteger("retry-after"))
                .isPositive();
    }

    @Test
    void a_test_of_a_query_tells_what_each_rule_said() {
        TestApp app = app("{}");
        JsonObject body = DOCS.copy()
                .put(
                        "rules-override",
                        new JsonObject("{\"docs\": {\"allow\": {\"view\": \"data.title == 'first'\"}}}"));

        JsonObject answer =
                app.admin("/query_perms_check", body, "as-guest", "true").json();

        assertThat(answer.getJsonObject("result").getJsonArray("docs")).hasSize(1);
        assertThat(answer.getJsonArray("check-results")).hasSize(2);
        JsonObject first = answer.getJsonArray("check-results").getJsonObject(0);
        assertThat(first.getString("entity")).isEqualTo("docs");
        assertThat(first.getValue("check")).isEqualTo(true);
        assertThat(first.getJsonObject("program").getString("code")).isEqualTo("data.title == 'first'");
    }

    @Test
    void a_test_of_a_transaction_writes_nothing() {
        TestApp app = app("{}");
        JsonObject body = new JsonObject()
                .put(
                        "steps",
                        new JsonArray()
                                .add(new JsonArray().add("delete").add("docs").add(DOC + 1)));

        JsonObject answer =
                app.admin("/transact_perms_check", body, "as-guest", "true").json();

        assertThat(answer.getBoolean("all-checks-ok?")).isTrue();
        assertThat(answer.getBoolean("committed?")).isFalse();
        assertThat(app.entities("docs")).hasSize(2);
    }

    @Test
    void an_unknown_user_is_refused() {
        TestApp app = app("{}");

        assertThat(app.admin("/query", DOCS, "as-email", "nobody@example.com")
                        .json()
                        .getString("message"))
                .isEqualTo("Record not found: app-user");
        assertThat(app.admin("/query", DOCS, "as-token", "x").json().getString("message"))
                .isEqualTo("Malformed parameter: [\"asUser\" \"token\"]");
    }

    private static JsonArray docs(TestApp app, String header, String value) {
        Exchanges.Answer answer = app.admin("/query", DOCS, header, value);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.json().getJsonArray("docs");
    }

    private static Exchanges.Answer transact(TestApp app, Object[]... steps) {
        JsonArray all = new JsonArray();
        for (Object[] step : steps) {
            JsonArray elements = new JsonArray();
            for (Object element : step) {
                elements.add(element);
            }
            all.add(elements);
        }
        return app.admin("/transact", new JsonObject().put("steps", all), "as-guest", "true");
    }

    private static void assertDenied(Exchanges.Answer answer, String etype) {
        JsonObject json = answer.json();
        assertThat(json.getString("type")).as(json.encode()).isEqualTo("permission-denied");
        assertThat(json.getJsonObject("hint").getJsonArray("input").getString(0))
                .isEqualTo(etype);
    }

    private static JsonObject user(TestApp app) {
        JsonObject body = new JsonObject().put("email", ANN);
        return app.admin("/refresh_tokens", body, "accept", "*/*").json().getJsonObject("user");
    }

    /** Makes an app with those rules (JSON with single quotes for keys) in which Ann is in the team of the first doc. */
    private TestApp app(String rules) {
        TestApp app = TestApp.on(vertx, platform, schema());
        app.transact(
                step("update", "teams", TEAM, new JsonObject().put("name", "red")),
                step("update", "docs", DOC + 1, new JsonObject().put("title", "first")),
                step("update", "docs", DOC + 2, new JsonObject().put("title", "second")),
                step("link", "docs", DOC + 1, new JsonObject().put("team", TEAM)));
        app.transact(step(
                "update",
                "teams",
                TEAM,
                new JsonObject().put("members", user(app).getString("id"))));
        Exchanges.Answer set = app.post("/rules", new JsonObject().put("code", new JsonObject(json(rules))));
        assertThat(set.status()).as(set.body().toString()).isEqualTo(200);
        return app;
    }

    /** Turns single quotes outside of double ones into double quotes. */
    private static String json(String text) {
        return Pattern.compile("\"[^\"]*\"|'")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().equals("'") ? "\"" : found.group()));
    }

    private static JsonObject schema() {
        return new JsonObject("""
                {"entities": {
                   "docs": {"attrs": {"title": {"valueType": "string", "required": false,
                     "config": {"indexed": false, "unique": false}}}},
                   "notes": {"attrs": {"text": {"valueType": "string", "required": false,
                     "config": {"indexed": false, "unique": false}}}},
                   "teams": {"attrs": {
                     "name": {"valueType": "string", "required": false, "config": {"indexed": false, "unique": false}},
                     "members": {"valueType": "string", "required": false,
                       "config": {"indexed": false, "unique": false}}}}},
                 "links": {"team": {"forward": {"on": "docs", "has": "one", "label": "team", "onDelete": "cascade"},
                                    "reverse": {"on": "teams", "has": "many", "label": "docs"}}},
                 "rooms": {}}
                """);
    }
}
