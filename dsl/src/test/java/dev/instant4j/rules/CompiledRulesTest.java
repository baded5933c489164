package dev.instant4j.rules;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.rules.RuleAction.CREATE;
import static dev.instant4j.rules.RuleAction.DELETE;
import static dev.instant4j.rules.RuleAction.LINK;
import static dev.instant4j.rules.RuleAction.UPDATE;
import static dev.instant4j.rules.RuleAction.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompiledRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final JsonObject POST = new JsonObject("""
            {"id": "5eed0000-0000-4000-8000-000000000101", "title": "Alpha", "views": 10, "rating": 2.5,
             "draft": false, "meta": {"k": {"a": 1}}, "tags": ["x", "y"], "ownerId": "u1"}
            """);

    private JsonObject auth = new JsonObject().put("id", "u1").put("email", "ann@example.com");
    private Refs refs = (etype, id, path) -> List.of(etype, id, path);
    private Instant now = NOW;
    private final RateLimiter limiter = new RateLimiter(() -> now);

    @Test
    void the_own_rule_wins_then_the_own_default_then_those_of_all() {
        CompiledRules rules = rules("""
                {"$default": {"allow": {"view": "'all'", "$default": "'all default'"}},
                 "posts": {"allow": {"view": null, "update": "'own'", "$default": null}},
                 "tags": {"allow": {"$default": "'own default'"}}}
                """);

        assertThat(code(rules, "posts", UPDATE)).isEqualTo("'own'");
        assertThat(code(rules, "posts", VIEW)).isEqualTo("'all'");
        assertThat(code(rules, "posts", DELETE)).isEqualTo("'all default'");
        assertThat(code(rules, "tags", VIEW)).isEqualTo("'own default'");
    }

    @Test
    void without_a_rule_everyone_may_do_everything_but_with_system_entities() {
        CompiledRules none = CompiledRules.of(null);

        assertThat(none.rule("posts", DELETE)).isEmpty();
        assertThat(code(none, "$files", VIEW)).isEqualTo("false");
        assertThat(code(none, "$users", CREATE)).isEqualTo("true");
        assertThat(none.rule("$streams", VIEW).orElseThrow().displayCode()).isEqualTo("disallow_view_on_system_tables");
    }

    @Test
    void users_see_themselves_and_the_guests_they_were() {
        RuleProgram view = CompiledRules.of(null).rule("$users", VIEW).orElseThrow();

        assertThat(view.evaluate(context(), RuleSubject.of(new JsonObject().put("id", "u1"))))
                .isEqualTo(true);
        assertThat(view.evaluate(context(), RuleSubject.of(new JsonObject().put("id", "u2"))))
                .isEqualTo(false);
        assertThat(view.evaluate(
                        context(),
                        RuleSubject.of(new JsonObject().put("id", "u3").put("linkedPrimaryUser", "u1"))))
                .isEqualTo(true);
    }

    @Test
    void a_link_without_a_rule_of_its_label_takes_the_default_of_links() {
        CompiledRules rules =
                rules("{\"posts\": {\"allow\": {\"link\": {\"tags\": \"true\", \"$default\": \"false\"}}}}");

        assertThat(rules.linkRule("posts", LINK, "tags").orElseThrow().code()).isEqualTo("true");
        assertThat(rules.linkRule("posts", LINK, "author").orElseThrow().code()).isEqualTo("false");
        assertThat(rules.linkRule("posts", RuleAction.UNLINK, "tags")).isEmpty();
    }

    @Test
    void binds_that_are_used_stand_around_the_expression() {
        CompiledRules rules = rules("""
                {"$default": {"bind": {"isAdmin": "auth.email == 'x'", "unused": "nonsense("}},
                 "posts": {"bind": ["isOwner", "auth.id == data.ownerId", "canEdit", "isAdmin || isOwner"],
                           "allow": {"update": "canEdit"}}}
                """);
        RuleProgram update = rules.rule("posts", UPDATE).orElseThrow();

        assertThat(update.code())
                .isEqualTo("cel.bind(isAdmin, auth.email == 'x', cel.bind(isOwner, auth.id == data.ownerId,"
                        + " cel.bind(canEdit, isAdmin || isOwner, canEdit)))");
        assertThat(update.displayCode()).isEqualTo("canEdit");
        assertThat(update.evaluate(context(), RuleSubject.written(POST, POST, List.of())))
                .isEqualTo(true);
    }

    @Test
    void an_own_bind_replaces_the_common_one_of_that_name() {
        CompiledRules rules = rules("""
                {"$default": {"bind": {"may": "false"}},
                 "posts": {"bind": {"may": "true"}, "allow": {"view": "may"}}}
                """);

        assertThat(rules.rule("posts", VIEW).orElseThrow().evaluate(context(), RuleSubject.of(POST)))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data.title == 'Alpha' | true",
                "data.views > 3 | true",
                "data.rating > 2.0 | true",
                "data.nothing == null | true",
                "has(data.nothing) | true",
                "data.meta.k.a == 1 | true",
                "data.meta.other == null | true",
                "'x' in data.tags | true",
                "data.tags.exists(tag, tag == 'z') | false",
                "data.views | 10",
                "data.rating | 2.5",
                "data.nothing | null",
                "data.tags | [\"x\",\"y\"]",
                "data.meta | {\"k\":{\"a\":1}}",
                "auth.email | ann@example.com",
                "request.time == timestamp('2026-11-23') + duration('8h') | true",
                "request.time.getTime() == 1795420800000 | true",
                "timestamp(1795420800000) == request.time | true",
                "timestamp('11/23/2026').getTime() | 1795392000000",
                "request.ip | 10.0.0.1",
                "has(request.origin) | false",
                "ruleParams.secret == 'open' | true",
                "ruleParams.other == null | true",
                "data.title.lowerAscii() | alpha",
                "math.abs(-3) | 3"
            })
    void an_expression_says_what_it_says_on_the_real_platform(String expression, String value) {
        assertThat(String.valueOf(view(expression))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "dyn(null)", "[null][0]", "{'a': null}.a", "data.nothing", "ruleParams.other", "false"})
    void null_and_false_let_nothing_pass_wherever_they_come_from(String expression) {
        assertThat(RuleProgram.passes(view(expression))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "''", "[]", "{}", "data", "request.time", "true"})
    void whatever_else_there_is_lets_pass(String expression) {
        assertThat(RuleProgram.passes(view(expression))).isTrue();
    }

    @Test
    void guests_have_no_id() {
        auth = new JsonObject();

        assertThat(view("auth.id == null")).isEqualTo(true);
        assertThat(view("auth.ref('$user.teams.id')")).hasToString("[]");
    }

    @Test
    void refs_start_at_the_entity_or_the_user() {
        assertThat(view("data.ref('author.id')"))
                .hasToString("[\"posts\",\"" + POST.getString("id") + "\",\"author.id\"]");
        assertThat(view("auth.ref('$user.teams.id')")).hasToString("[\"$users\",\"u1\",\"teams.id\"]");
    }

    @Test
    void a_link_rule_sees_both_ends() {
        RuleProgram link = rules("""
                        {"posts": {"allow": {"link": {"author":
                          "[data.title, newData.title, linkedData.id, actions.data, actions.linkedData, linkedData.ref('x')[0]]"}}}}
                        """).linkRule("posts", LINK, "author").orElseThrow();
        RuleSubject.Linked author =
                new RuleSubject.Linked("authors", new JsonObject().put("id", "a1"), "update", "create");

        assertThat(link.evaluate(context(), RuleSubject.linked(POST, new JsonObject().put("title", "Beta"), author)))
                .hasToString("[\"Alpha\",\"Beta\",\"a1\",\"update\",\"create\",\"authors\"]");
    }

    @Test
    void a_write_rule_sees_the_change() {
        RuleProgram update = rules(
                        "{\"posts\": {\"allow\": {\"update\": \"request.modifiedFields.all(f, f in ['views']) &&"
                                + " newData.views > data.views\"}}}")
                .rule("posts", UPDATE)
                .orElseThrow();
        JsonObject changed = POST.copy().put("views", 11);

        assertThat(update.evaluate(context(), RuleSubject.written(POST, changed, List.of("views"))))
                .isEqualTo(true);
        assertThat(update.evaluate(context(), RuleSubject.written(POST, changed, List.of("views", "title"))))
                .isEqualTo(false);
    }

    @Test
    void anything_but_null_and_false_passes() {
        assertThat(RuleProgram.passes(view("''"))).isTrue();
        assertThat(RuleProgram.passes(view("0"))).isTrue();
        assertThat(RuleProgram.passes(view("false"))).isFalse();
        assertThat(RuleProgram.passes(view("data.nothing"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data.nothing > 3 | OVERLOAD_NOT_FOUND | evaluation error at <input>:13: No matching overload for"
                        + " function '_>_'. Overload candidates: greater_int64",
                "1 / (data.views - 10) == 1 | DIVIDE_BY_ZERO | evaluation error at <input>:2: / by zero",
                "data.nothing.y | ATTRIBUTE_NOT_FOUND | evaluation error at <input>:12: Error resolving field 'y'."
                        + " Field selections must be performed on messages or maps."
            })
    void what_has_no_value_fails_in_the_words_of_cel(String expression, String type, String message) {
        assertThatThrownBy(() -> view(expression)).isInstanceOfSatisfying(RuleEvaluationException.class, failure -> {
            assertThat(failure.errorType()).isEqualTo(type);
            assertThat(failure).hasMessage(message);
            assertThat(failure.etype()).isEqualTo("posts");
            assertThat(failure.action()).isEqualTo("view");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.ref('no.such') == []", "data.ref('no.such') == [] || true"})
    void a_failure_to_follow_links_ends_the_evaluation_whatever_else_decides(String expression) {
        refs = (etype, id, path) -> {
            throw new IllegalStateException("no attr " + path);
        };

        assertThatThrownBy(() -> view(expression))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no attr no.such");
    }

    @Test
    void a_rule_that_was_not_looked_at_fails_when_it_is_needed() {
        CompiledRules rules = rules("{\"posts\": {\"allow\": {\"$default\": \"foo\"}}}");

        assertThatThrownBy(() -> rules.rule("posts", CREATE))
                .isInstanceOfSatisfying(InvalidRuleException.class, invalid -> {
                    assertThat(invalid.path()).containsExactly("posts", "allow", "$default");
                    assertThat(invalid.messages()).containsExactly("undeclared reference to 'foo' (in container '')");
                });
    }

    @Test
    void an_exhausted_rate_limit_ends_the_evaluation_even_where_the_rest_is_true() {
        CompiledRules rules = rules("""
                {"$rateLimits": {"burst": {"limits": [{"capacity": 2, "refill": {"period": "1 hour", "type": "interval"}}]}},
                 "posts": {"allow": {"create": "true || rateLimit.burst.limit(auth.id)",
                                     "update": "rateLimit.burst.limit(auth.id) || true",
                                     "delete": "rateLimit.burst.limit(auth.id, 2)"}}}
                """);
        RuleSubject subject = RuleSubject.written(POST, POST, List.of());

        assertThat(rules.rule("posts", DELETE).orElseThrow().evaluate(context(), subject))
                .isEqualTo(true);
        assertThatThrownBy(() -> rules.rule("posts", UPDATE).orElseThrow().evaluate(context(), subject))
                .isInstanceOfSatisfying(RateLimitedException.class, limited -> {
                    assertThat(limited.retryAfter()).isEqualTo(Duration.ofHours(1));
                    assertThat(limited.retryAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
                    assertThat(limited.remainingTokens()).isZero();
                });
        now = NOW.plus(Duration.ofHours(1));
        assertThat(rules.rule("posts", UPDATE).orElseThrow().evaluate(context(), subject))
                .isEqualTo(true);
    }

    @Test
    void a_greedy_bucket_fills_token_by_token() {
        List<RateLimit> limits = List.of(new RateLimit(4, 4, Duration.ofMinutes(1), true));
        limiter.take("burst", limits, "k", 4);
        now = NOW.plusSeconds(16);

        limiter.take("burst", limits, "k", 1);
        assertThatThrownBy(() -> limiter.take("burst", limits, "k", 1))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(14)));
        limiter.take("burst", limits, "another key", 4);
    }

    private @Nullable Object view(String expression) {
        JsonObject code =
                new JsonObject().put("posts", new JsonObject().put("allow", new JsonObject().put("view", expression)));
        return CompiledRules.of(code).rule("posts", VIEW).orElseThrow().evaluate(context(), RuleSubject.of(POST));
    }

    private RuleContext context() {
        JsonObject params = new JsonObject().put("secret", "open");
        return new RuleContext(auth, params, new RuleRequest(now, "10.0.0.1", ""), refs, limiter);
    }

    private static CompiledRules rules(String json) {
        return CompiledRules.of(new JsonObject(json));
    }

    private static String code(CompiledRules rules, String etype, RuleAction action) {
        return rules.rule(etype, action).orElseThrow().code();
    }
}
