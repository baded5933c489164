package dev.instant4j.examples

import dev.instant4j.dsl.Dsl.*
import dev.instant4j.model.Rules
import dev.instant4j.model.Schema

/** A to-do list, as in `todos.jsh`: every todo belongs to one user, who alone can see it. */
val todoSchema: Schema = schema(
    entity("todos",
        string("title").indexed(),
        bool("done"),
        date("completedAt").optional()),
    link("todosOwner",
        hasOne("todos", "owner").required().onDelete(CASCADE),
        hasMany("\$users", "todos")))

/** Who may do what with the to-do list. */
val todoRules: Rules = rules(
    byDefault(deny()),
    namespace("todos",
        bind("isOwner", "auth.id != null && auth.id in data.ref('owner.id')"),
        view("isOwner"),
        create("isOwner"),
        update("isOwner"),
        delete("isOwner")))
