package dev.instant4j.examples;

import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;

import static dev.instant4j.dsl.Dsl.*;
import static dev.instant4j.model.OnDelete.CASCADE;

/** A to-do list: every todo belongs to one user, who alone can see it. */
public final class TodoApp {
    public static final Schema SCHEMA = schema(
            entity(
                    "todos",
                    string("title"),
                    bool("done").indexed(),
                    date("dueAt").optional()),
            link("todosOwner", hasOne("todos", "owner").required().onDelete(CASCADE), hasMany("$users", "todos")));

    public static final Rules RULES = rules(
            byDefault(deny()),
            namespace(
                    "todos",
                    bind("isOwner", "auth.id != null && auth.id in data.ref('owner.id')"),
                    view("isOwner"),
                    create("isOwner"),
                    update("isOwner"),
                    delete("isOwner")));

    private TodoApp() {}
}
