package dev.instant4j.check;

import dev.instant4j.dsl.Dsl;
import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Has;
import dev.instant4j.model.Ident;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.StoredAttr.Running;
import dev.instant4j.model.ValueType;
import dev.instant4j.wire.JsonCursor;
import dev.instant4j.wire.RulesJson;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.instant4j.dsl.Dsl.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a platform or its tools for Node refuse is found before anything is sent: all of it, each at its place. */
class RefusedDefinitionsTest {
    private static final Rules DENY = rules(byDefault(deny()));

    private static final StoredAttr EMAIL = own(ValueType.BLOB, "email", null);
    private static final StoredAttr PRIMARY = own(ValueType.REF, "primary", "guests");

    private static StoredAttr own(ValueType type, String label, @Nullable String reverse) {
        return new StoredAttr(
                new AttrId(UUID.nameUUIDFromBytes(label.getBytes(UTF_8))),
                ident(label),
                reverse == null ? null : ident(reverse),
                type,
                Has.ONE,
                false,
                false,
                false,
                type == ValueType.BLOB ? DataType.STRING : null,
                List.of(),
                true,
                null,
                null,
                Running.NOTHING);
    }

    private static Ident ident(String label) {
        return new Ident(UUID.nameUUIDFromBytes(("ident " + label).getBytes(UTF_8)), new AttrName("$users", label));
    }

    static Stream<Arguments> schemas() {
        return Stream.of(
                arguments("a blank entity", schema(entity(" ")), "IDB101", ""),
                arguments("a slash in an entity", schema(entity("a/b")), "IDB101", "Choose another name."),
                arguments("a slash in an attr", schema(entity("a", string("b/c"))), "IDB101", ""),
                arguments("a slash in a link", links("a", "b/c", "b", "d"), "IDB101", ""),
                arguments("a dot in an attr", schema(entity("a", string("b.c"))), "IDB101", ""),
                arguments("an attr id", schema(entity("a", string("id"))), "IDB101", "Leave it out."),
                arguments("a link id", links("a", "id", "b", "d"), "IDB101", ""),
                arguments("an entity twice", schema(entity("a"), entity("a")), "IDB102", ""),
                arguments("an attr twice", schema(entity("a", string("b"), number("b"))), "IDB102", ""),
                arguments("a forward label that is an attr", labels("a", "x", "b", "y"), "IDB102", ""),
                arguments("a reverse label that is an attr", labels("a", "y", "b", "x"), "IDB102", ""),
                arguments("a link of an entity with itself under one label", links("a", "x", "a", "x"), "IDB102", ""),
                arguments(
                        "a link the other way round as well",
                        schema(
                                entity("a"),
                                entity("b"),
                                Dsl.link("one", hasMany("a", "x"), hasMany("b", "y")),
                                Dsl.link("two", hasMany("b", "y"), hasMany("a", "x"))),
                        "IDB102 IDB102",
                        ""),
                arguments(
                        "two links of one name",
                        schema(
                                entity("a"),
                                entity("b"),
                                Dsl.link("one", hasMany("a", "x"), hasMany("b", "y")),
                                Dsl.link("one", hasMany("a", "v"), hasMany("b", "w"))),
                        "IDB102",
                        ""),
                arguments("an entity of the platform's", schema(entity("$things")), "IDB103", "Call it \"things\""),
                arguments("an entity with a slip", schema(entity("$user")), "IDB103", "Did you mean \"$users\"?"),
                arguments(
                        "a required attr of users", schema(entity("$users", string("nick"))), "IDB103", ".optional()"),
                arguments(
                        "a required link from users",
                        schema(entity("a"), Dsl.link("l", hasOne("$users", "x").required(), hasOne("a", "y"))),
                        "IDB103",
                        ".required()"),
                arguments("the platform's own attr", schema(entity("$files", number("size"))), "", ""),
                arguments("an unknown forward entity", ends("aa", "b"), "IDB104", "Did you mean \"a\"?"),
                arguments("an unknown reverse entity", ends("a", "$user"), "IDB104", "Did you mean \"$users\"?"),
                arguments(
                        "a link to what only the platform links to",
                        schema(entity("a"), Dsl.link("l", hasOne("a", "x"), hasOne("$magicCodes", "y"))),
                        "IDB104",
                        ""),
                arguments(
                        "a cascade over many, forward",
                        schema(entity("a"), Dsl.link("l", hasMany("a", "x").onDelete(CASCADE), hasOne("a", "y"))),
                        "IDB105",
                        "Make it hasOne"),
                arguments(
                        "a cascade over many, reverse",
                        schema(
                                entity("a"),
                                Dsl.link(
                                        "l", hasOne("a", "x"), hasMany("a", "y").onDelete(CASCADE))),
                        "IDB105",
                        "Make it hasOne"),
                arguments(
                        "a required reverse end",
                        schema(
                                entity("a"),
                                Dsl.link("l", hasOne("a", "x"), hasOne("a", "y").required())),
                        "IDB106",
                        "other way round"));
    }

    private static Schema links(String from, String forward, String to, String reverse) {
        return from.equals(to)
                ? schema(entity(from), Dsl.link("l", hasMany(from, forward), hasMany(to, reverse)))
                : schema(entity(from), entity(to), Dsl.link("l", hasMany(from, forward), hasMany(to, reverse)));
    }

    /** Returns a link between entities that each have an attr x. */
    private static Schema labels(String from, String forward, String to, String reverse) {
        return schema(
                entity(from, string("x")),
                entity(to, string("x")),
                Dsl.link("l", hasMany(from, forward), hasMany(to, reverse)));
    }

    private static Schema ends(String forward, String reverse) {
        return schema(entity("a"), entity("b"), Dsl.link("l", hasMany(forward, "x"), hasMany(reverse, "y")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void a_schema_with(String what, Schema schema, String codes, String hint) {
        check(new Definition(schema, DENY), codes, hint);
    }

    static Stream<Arguments> refusedRules() {
        return Stream.of(
                arguments(
                        "a reserved namespace",
                        rules(namespace("$user", view("true"))),
                        "IDB111",
                        "Did you mean \"$users\"?"),
                arguments("a namespace twice", rules(posts(view("false")), posts(create("false"))), "IDB113", ""),
                arguments("a rule twice", rules(posts(view("false"), view("true"))), "IDB113", ""),
                arguments("a bind twice", rules(posts(bind("a", "true"), bind("a", "false"))), "IDB113", ""),
                arguments("a field rule for the id", rules(posts(field("id", "false"))), "IDB141", ""),
                arguments("a rule for deleting users", rules(namespace("$users", delete("true"))), "IDB141", ""),
                arguments("what is no CEL", rules(posts(view("auth.id =="))), "IDB141", ""),
                arguments("nothing", rules(posts(view(""))), "IDB141", ""),
                arguments("a variable of other rules", rules(posts(view("newData.x == 1"))), "IDB141", ""),
                arguments(
                        "a slip in a bind",
                        rules(posts(bind("isOwner", "true"), view("isOwnr"))),
                        "IDB141",
                        "Did you mean \"isOwner\"?"),
                arguments("a slip in a variable", rules(posts(view("dta.x == 1"))), "IDB141", "Did you mean \"data\"?"),
                arguments("a wrong type", rules(posts(view("'a' + 1 == 'b'"))), "IDB141", ""),
                arguments("a wrong field rule", rules(posts(field("x", "foo"))), "IDB141", ""),
                arguments("a wrong default", rules(byDefault(view("foo"))), "IDB141", ""),
                arguments("a wrong rule for attrs", rules(namespace("attrs", create("foo"))), "IDB141", ""),
                arguments("a circle of binds", rules(posts(bind("a", "b"), bind("b", "a"), view("a"))), "IDB141", ""),
                arguments("another root for auth", rules(posts(view("'x' in auth.ref('teams.id')"))), "IDB141", ""),
                arguments("a computed path for auth", rules(posts(view("'x' in auth.ref(data.x)"))), "IDB141", ""),
                arguments("an unknown rate limit", rules(posts(view("rateLimit.fast.limit(auth.id)"))), "IDB141", ""),
                arguments("a wrong rule for links", rules(posts(Dsl.link("tags", "foo"))), "IDB142", ""),
                arguments("a wrong rule otherwise", rules(posts(otherwise("foo"))), "IDB142", ""));
    }

    private static Namespace posts(Rule... rules) {
        return namespace("posts", rules);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedRules")
    void rules_with(String what, Rules rules, String codes, String hint) {
        check(new Definition(null, rules), codes, hint);
    }

    static Stream<Arguments> stored() {
        String limit = "{\"$rateLimits\": {\"fast\": %s}}";
        return Stream.of(
                arguments("no limits", limit.formatted("{}")),
                arguments("an empty list of limits", limit.formatted("{\"limits\": []}")),
                arguments("no capacity", limit.formatted("{\"limits\": [{}]}")),
                arguments("no whole capacity", limit.formatted("{\"limits\": [{\"capacity\": 0}]}")),
                arguments("no whole amount", limited(limit, "\"amount\": -1")),
                arguments("an unknown type of refill", limited(limit, "\"type\": \"eager\"")),
                arguments("a period of no time", limited(limit, "\"period\": \"0 seconds\"")),
                arguments("a period over a day", limited(limit, "\"period\": \"2 days\"")),
                arguments("an odd list of binds", "{\"posts\": {\"bind\": [\"a\"]}}"),
                arguments(
                        "a bind that is no text", "{\"posts\": {\"bind\": {\"a\": 1}, \"allow\": {\"view\": \"a\"}}}"));
    }

    private static String limited(String limit, String refill) {
        return limit.formatted("{\"limits\": [{\"capacity\": 1, \"refill\": {" + refill + "}}]}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stored")
    void rules_from_a_file_with(String what, String json) {
        Rules rules = RulesJson.decode(JsonCursor.of("test", new JsonObject(json)));

        assertThat(Checks.of(new Definition(null, rules)))
                .extracting(Finding::code, Finding::severity)
                .containsOnly(tuple("IDB141", Severity.ERROR));
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments(
                        "an attr of another type",
                        schema(entity("$users", number("email").optional())),
                        "$users.email"),
                arguments(
                        "an attr for a link",
                        schema(entity("$users", string("guests").optional())),
                        "$users.guests"),
                arguments(
                        "a link for an attr",
                        schema(entity("a"), Dsl.link("l", hasMany("a", "x"), hasMany("$users", "email"))),
                        "$users.email"),
                arguments(
                        "a link for another",
                        schema(entity("a"), Dsl.link("l", hasOne("$users", "primary"), hasMany("a", "guests"))),
                        "$users.primary"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void a_name_of_the_platforms_own_with(String what, Schema schema, String subject) {
        assertThat(SystemNames.check(schema, Attrs.of(List.of(EMAIL, PRIMARY))))
                .extracting(Finding::code, Finding::subject)
                .containsExactly(tuple("IDB107", subject));
    }

    @Test
    void what_the_platform_has_may_be_said_again() {
        Schema same = schema(
                entity("$users", string("email").optional()),
                Dsl.link("l", hasOne("$users", "primary").onDelete(CASCADE), hasMany("$users", "guests")));

        assertThat(SystemNames.check(same, Attrs.of(List.of(EMAIL, PRIMARY)))).isEmpty();
    }

    @Test
    void two_schemas_that_contradict_each_other_can_not_be_merged_unnoticed() {
        Schema merged = Schema.merge(
                schema(entity("a", string("x")), entity("b"), Dsl.link("l", hasMany("a", "y"), hasMany("b", "z"))),
                schema(entity("a", number("x")), entity("b"), Dsl.link("l", hasOne("a", "y"), hasMany("b", "z"))));

        assertThat(Checks.of(new Definition(merged, DENY)))
                .allMatch(finding ->
                        finding.code().equals("IDB102") && finding.place().isKnown())
                .extracting(Finding::subject)
                .contains("a", "l");
    }

    private static void check(Definition wrong, String codes, String hint) {
        List<Finding> findings = Checks.of(wrong);

        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.place().file()).isEqualTo("RefusedDefinitionsTest.java");
            assertThat(finding.message()).doesNotContain("..").endsWith(".");
            assertThat(finding.severity())
                    .isEqualTo(finding.code().equals("IDB142") ? Severity.WARNING : Severity.ERROR);
        });
        assertThat(String.join(" ", findings.stream().map(Finding::code).toList()))
                .isEqualTo(codes);
        assertThat(String.join(" ", findings.stream().map(Finding::hint).toList()))
                .contains(hint);
    }
}
