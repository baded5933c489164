package dev.instant4j.push;

import dev.instant4j.diff.Renames;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.SavedPlan;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.instant4j.dsl.Dsl.bool;
import static dev.instant4j.dsl.Dsl.byDefault;
import static dev.instant4j.dsl.Dsl.create;
import static dev.instant4j.dsl.Dsl.deny;
import static dev.instant4j.dsl.Dsl.entity;
import static dev.instant4j.dsl.Dsl.field;
import static dev.instant4j.dsl.Dsl.hasMany;
import static dev.instant4j.dsl.Dsl.hasOne;
import static dev.instant4j.dsl.Dsl.link;
import static dev.instant4j.dsl.Dsl.namespace;
import static dev.instant4j.dsl.Dsl.otherwise;
import static dev.instant4j.dsl.Dsl.rules;
import static dev.instant4j.dsl.Dsl.schema;
import static dev.instant4j.dsl.Dsl.string;
import static dev.instant4j.dsl.Dsl.view;
import static dev.instant4j.push.PushedApp.await;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

/** A guest tries everything at each request of a push, and gets nowhere; nor when the push is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuestTest {
    private static final Schema POSTS =
            schema(entity("posts", string("text"), string("note").optional()));
    private static final Schema ARTICLES =
            schema(entity("articles", string("text"), string("note").optional()));
    private static final Schema BOTH = schema(
            entity("posts", string("text"), string("note").optional()),
            entity("notes", string("text"), string("note").optional()));

    private static final Schema NEWS = schema(
            entity("posts", string("text"), string("note").optional()),
            entity("news", string("text"), string("note").optional()));

    private final PushedApp app = new PushedApp();

    /**
     * A push.
     *
     * @param old what the app is, each of its entities with one text, secret but for news
     * @param renames what is asked for beside the definition
     */
    private record Case(String name, Definition old, Definition wanted, List<String> renames) {
        Case {
            old = withoutNewAttrs(old);
            wanted = withoutNewAttrs(wanted);
        }

        /** Guests may make no attrs: else they could make entities that are not there of their own. */
        private static Definition withoutNewAttrs(Definition definition) {
            Rules rules = definition.rules();
            if (rules == null) {
                return definition;
            }
            List<Namespace> all = new ArrayList<>(rules.namespaces());
            all.add(namespace("attrs", create("false")));
            return new Definition(definition.schema(), new Rules(all));
        }

        Renames asked() {
            return Renames.parse(renames);
        }

        /** Nobody can tell how far an exchange of names has come but the plan of it. */
        boolean isExchange() {
            return renames.size() > 1;
        }

        Set<String> entities() {
            return Stream.of(old, wanted)
                    .flatMap(definition -> entities(definition).stream())
                    .map(Entity::name)
                    .collect(toCollection(TreeSet::new));
        }

        static List<Entity> entities(Definition definition) {
            Schema schema = definition.schema();
            return schema == null ? List.of() : schema.entities();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        Rules closed = rules(byDefault(deny()));
        Rules posts = rules(namespace("posts", otherwise("auth.id != null")));
        return List.of(
                new Case(
                        "adds an entity with rules of its own",
                        new Definition(POSTS, posts),
                        new Definition(
                                BOTH,
                                rules(
                                        namespace("posts", otherwise("auth.id != null")),
                                        namespace("notes", otherwise("auth.email == 'ann@example.com'")))),
                        List.of()),
                new Case(
                        "adds an entity under a new default",
                        new Definition(POSTS, posts),
                        new Definition(BOTH, closed),
                        List.of()),
                new Case(
                        "drops the default",
                        new Definition(POSTS, closed),
                        new Definition(BOTH, rules(namespace("posts", otherwise("false")), namespace("notes", deny()))),
                        List.of()),
                new Case(
                        "renames an entity",
                        new Definition(POSTS, posts),
                        new Definition(ARTICLES, rules(namespace("articles", otherwise("auth.id != null")))),
                        List.of("posts:articles")),
                new Case(
                        "renames an entity and gives it other rules",
                        new Definition(POSTS, closed),
                        new Definition(ARTICLES, rules(namespace("articles", otherwise("auth.id == 'x'")))),
                        List.of("posts:articles")),
                new Case(
                        "renames an entity and leaves the rules alone",
                        new Definition(POSTS, posts),
                        new Definition(ARTICLES, null),
                        List.of("posts:articles")),
                new Case(
                        "exchanges the names of a secret entity and a public one",
                        new Definition(
                                NEWS,
                                rules(namespace("posts", deny()), namespace("news", view("true"), otherwise("false")))),
                        new Definition(
                                NEWS,
                                rules(namespace("news", deny()), namespace("posts", view("true"), otherwise("false")))),
                        List.of("posts:news", "news:posts")),
                new Case(
                        "renames an attr that a rule looks at",
                        new Definition(
                                schema(entity(
                                        "posts",
                                        string("text"),
                                        bool("hidden"),
                                        string("note").optional())),
                                rules(namespace("posts", view("data.hidden != true"), otherwise("false")))),
                        new Definition(
                                schema(entity(
                                        "posts",
                                        string("text"),
                                        bool("isHidden"),
                                        string("note").optional())),
                                rules(namespace("posts", view("data.isHidden != true"), otherwise("false")))),
                        List.of("posts.hidden:posts.isHidden")),
                new Case(
                        "deletes an attr that a rule looks at",
                        new Definition(
                                schema(entity(
                                        "posts",
                                        string("text"),
                                        bool("hidden"),
                                        string("note").optional())),
                                rules(namespace("posts", view("data.hidden != true"), otherwise("false")))),
                        new Definition(POSTS, rules(namespace("posts", otherwise("auth.id != null")))),
                        List.of()),
                new Case(
                        "renames an attr that only some may see",
                        new Definition(
                                POSTS,
                                rules(namespace("posts", view("true"), otherwise("false"), field("text", "false")))),
                        new Definition(
                                schema(entity(
                                        "posts", string("body"), string("note").optional())),
                                rules(namespace("posts", view("true"), otherwise("false"), field("body", "false")))),
                        List.of("posts.text:posts.body")),
                new Case(
                        "renames an attr that only some may see and leaves the rules alone",
                        new Definition(
                                POSTS,
                                rules(namespace("posts", view("true"), otherwise("false"), field("text", "false")))),
                        new Definition(
                                schema(entity(
                                        "posts", string("body"), string("note").optional())),
                                null),
                        List.of("posts.text:posts.body")),
                new Case(
                        "renames a link that a rule follows",
                        new Definition(
                                schema(
                                        entity(
                                                "posts",
                                                string("text"),
                                                string("note").optional()),
                                        entity(
                                                "people",
                                                string("text"),
                                                string("note").optional()),
                                        link("owner", hasOne("posts", "owner"), hasMany("people", "posts"))),
                                rules(
                                        namespace("posts", view("size(data.ref('owner.id')) > 0"), otherwise("false")),
                                        namespace("people", deny()))),
                        new Definition(
                                schema(
                                        entity(
                                                "posts",
                                                string("text"),
                                                string("note").optional()),
                                        entity(
                                                "people",
                                                string("text"),
                                                string("note").optional()),
                                        link("owner", hasOne("posts", "author"), hasMany("people", "posts"))),
                                rules(
                                        namespace("posts", view("size(data.ref('author.id')) > 0"), otherwise("false")),
                                        namespace("people", deny()))),
                        List.of("posts.owner:posts.author")));
    }

    @AfterAll
    void close() {
        app.close();
    }

    @ParameterizedTest(name = "a push that {0}")
    @MethodSource("cases")
    void a_guest_gets_nowhere_in_any_moment_of(Case push) {
        Guest guest = new Guest(app, push.entities());
        try (Gate gate = new Gate(app.vertx(), app.uri(), guest::tryAll)) {
            prepare(push);
            push(push, gate);
            int writes = gate.writes();

            assertThat(writes).isGreaterThan(1);
            assertThat(guest.holes()).isEmpty();
            assertDone(push);
            for (int last = 1; last <= writes; last++) {
                prepare(push);
                gate.open();
                Plan plan = await(app.pushOver(gate.uri()).plan(app.id(), push.wanted(), push.asked()));
                gate.endAfter(last);
                assertThat(carryOut(plan, gate)).as("killed after %s", last).isFalse();
                gate.open();
                finish(push, plan, gate);

                assertThat(guest.holes()).as("killed after write %s", last).isEmpty();
                assertDone(push);
            }
        }
    }

    private void prepare(Case push) {
        app.startAnew();
        app.push(app.plan(push.old()));
        for (Entity entity : Case.entities(push.old())) {
            JsonObject attrs = new JsonObject().put("text", entity.name().equals("news") ? "public" : Guest.SECRET);
            app.write(entity.name(), entity.attr("hidden").isPresent() ? attrs.put("hidden", true) : attrs);
        }
    }

    private void push(Case push, Gate gate) {
        gate.open();
        Push over = app.pushOver(gate.uri());
        Plan plan = await(over.plan(app.id(), push.wanted(), push.asked()));
        assertThat(carryOut(plan, gate)).isTrue();
    }

    private boolean carryOut(Plan plan, Gate gate) {
        return await(app.pushOver(gate.uri())
                .push(plan, Consent.EVERYTHING, PushProgress.IGNORED)
                .map(PushResult::isComplete)
                .otherwise(false));
    }

    private void finish(Case push, Plan plan, Gate gate) {
        if (push.isExchange()) {
            SavedPlan saved = SavedPlan.of(plan, app.uri(), "app.jsh", new TreeSet<>());
            carryOut(await(app.pushOver(gate.uri()).resume(saved, PushProgress.IGNORED)), gate);
        } else {
            push(push, gate);
        }
    }

    private void assertDone(Case push) {
        Plan left = app.plan(push.wanted());
        assertThat(left.changes()).isEmpty();
        assertThat(left.ruleChanges()).isEmpty();
    }
}
