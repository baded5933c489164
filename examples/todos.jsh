// A to-do list: every todo belongs to one user, who alone can see it.
//
//   instant4j push examples/todos.jsh --local --yes

var schema = schema(
    entity("todos",
        string("title").indexed(),
        bool("done"),
        date("completedAt").optional()),
    link("todosOwner",
        hasOne("todos", "owner").required().onDelete(CASCADE),
        hasMany("$users", "todos")),
    room("list",
        presence(string("name")),
        topic("emoji", string("name"))));

var rules = rules(
    byDefault(deny()),
    namespace("todos",
        bind("isOwner", "auth.id != null && auth.id in data.ref('owner.id')"),
        view("isOwner"),
        create("isOwner"),
        update("isOwner"),
        delete("isOwner")));
