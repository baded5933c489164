package dev.instant4j.render;

import dev.instant4j.model.Definition;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.Plans;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static dev.instant4j.dsl.Dsl.*;
import static org.assertj.core.api.Assertions.assertThat;

class PlanRenderingTest {
    private static final Schema TODOS = schema(
            entity(
                    "todos",
                    string("title").indexed(),
                    bool("done"),
                    date("completedAt").optional()),
            link("todosOwner", hasOne("todos", "owner").required().onDelete(CASCADE), hasMany("$users", "todos")),
            room("list", presence(string("name")), topic("emoji", string("name"))));

    private static final Rules OWNERS = rules(
            byDefault(deny()),
            namespace(
                    "todos",
                    bind("isOwner", "auth.id != null && auth.id in data.ref('owner.id')"),
                    view("isOwner"),
                    create("isOwner"),
                    update("isOwner"),
                    delete("isOwner")));

    @Test
    void a_new_app_gets_everything() {
        golden("new-app", Plans.between(new Definition(Schema.EMPTY, Rules.NONE), new Definition(TODOS, OWNERS)));
    }

    @Test
    void an_app_that_is_what_it_should_be_has_no_changes() {
        Plan plan = Plans.between(new Definition(TODOS, OWNERS), new Definition(TODOS, OWNERS));

        assertThat(PlanText.of(plan, Palette.PLAIN)).isEqualTo("No changes.\n");
    }

    @Test
    void changes_of_an_attr_are_told_one_by_one() {
        Schema from = schema(entity(
                "posts",
                string("slug"),
                string("title").unique().indexed(),
                number("views").optional(),
                json("extra").optional()));
        Schema to = schema(entity(
                "posts",
                string("slug").unique().indexed(),
                string("title").optional(),
                string("views"),
                string("extra").optional()));
        golden("attr-changes", Plans.between(from, to));
    }

    @Test
    void what_is_deleted_stands_first_and_names_its_consent() {
        Schema from = schema(
                entity("posts", string("title"), string("old")),
                entity("tags", string("label")),
                link("postsTags", hasMany("posts", "tags"), hasMany("tags", "posts")));
        golden("deletes", Plans.between(from, schema(entity("posts", string("title")))));
    }

    @Test
    void renames_are_no_deletes() {
        Schema from = schema(
                entity("posts", string("title")),
                entity("comments", string("text"), string("spam")),
                link("commentsPost", hasOne("comments", "post").onDelete(CASCADE), hasMany("posts", "comments")));
        Schema to = schema(
                entity("posts", string("headline").renamedFrom("title").indexed()),
                entity("replies", string("text")).renamedFrom("comments"),
                link(
                        "repliesPost",
                        hasOne("replies", "article").renamedFrom("post").onDelete(CASCADE),
                        hasMany("posts", "comments")));
        golden("renames", Plans.between(from, to));
    }

    @Test
    void changes_of_a_link_are_told_one_by_one() {
        Schema from = schema(
                entity("posts"),
                entity("people"),
                link("a", hasMany("posts", "authors"), hasMany("people", "posts")),
                link("b", hasOne("posts", "editor").onDelete(CASCADE), hasMany("people", "edits")));
        Schema to = schema(
                entity("posts"),
                entity("people"),
                link(
                        "a",
                        hasOne("posts", "authors").required(),
                        hasOne("people", "posts").onDelete(CASCADE)),
                link("b", hasOne("posts", "editor"), hasMany("people", "edits")));
        golden("link-changes", Plans.between(from, to));
    }

    @Test
    void rules_are_compared_by_meaning() {
        Rules from = rules(
                namespace("todos", view("true"), create("false"), unlink("owner", "true")),
                namespace("old", view("true")));
        Rules to = rules(
                byDefault(otherwise("false")),
                namespace("todos", create("false"), view("  auth.id\n  != null"), field("secret", "false")));
        golden("rules", Plans.between(new Definition(TODOS, from), new Definition(TODOS, to)));
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_its_place() {
        Schema wrong = schema(
                entity("todos", string("title"), string("title"), string("id")),
                entity("$things"),
                entity("$users", string("nickname")),
                link(
                        "todosOwner",
                        hasMany("todo", "owner").onDelete(CASCADE),
                        hasOne("$users", "todos").required()));
        golden("errors", Plans.between(Schema.EMPTY, wrong, "todos.titel:todos.title"));
    }

    @Test
    void a_huge_plan_still_fits_into_a_comment() {
        Entity[] many = IntStream.range(0, 3000)
                .mapToObj(i -> entity("entity" + i, string("aRatherLongLabel"), number("another")))
                .toArray(Entity[]::new);
        Namespace[] open = IntStream.range(0, 3000)
                .mapToObj(i -> namespace("entity" + i, view("auth.id != null"), otherwise("false")))
                .toArray(Namespace[]::new);
        Plan plan = Plans.between(
                new Definition(schema(many), rules(open)), new Definition(schema(), rules(byDefault(deny()))));
        String markdown = PlanMarkdown.of(plan);

        assertThat(markdown).hasSizeLessThanOrEqualTo(60_000).startsWith("**").contains("15000 to delete", "and more");
        assertThat(markdown.split("<details>", -1)).hasSize(3);
        Golden.check("plan/huge.md", markdown);
    }

    private static void golden(String name, Plan plan) {
        Golden.check("plan/" + name + ".txt", placed(PlanText.of(plan, Palette.PLAIN)));
        Golden.check("plan/" + name + ".md", placed(PlanMarkdown.of(plan)));
        Golden.check("plan/" + name + ".json", placed(PlanJson.of(plan).encodePrettily() + "\n"));
    }

    /** Puts one line number for all, so that this file can be edited. */
    private static String placed(String text) {
        return text.replaceAll("PlanRenderingTest.java:\\d+", "todos.jsh:7")
                .replace("PlanRenderingTest.java", "todos.jsh")
                .replaceAll("\"line\" : \\d+", "\"line\" : 7");
    }
}
