package dev.instant4j.contract;

import dev.instant4j.model.Attr;
import dev.instant4j.model.AttrId;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Has;
import dev.instant4j.model.Hints;
import dev.instant4j.model.Ident;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.model.ValueType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

import static dev.instant4j.model.Place.UNKNOWN;

/** What the contracts declare. */
final class Definitions {
    static final Schema TODOS = new Schema(
            List.of(new Entity(
                    "todos",
                    List.of(
                            Attr.of("title", DataType.STRING, UNKNOWN).indexed(),
                            Attr.of("done", DataType.BOOLEAN, UNKNOWN).optional()),
                    Hints.NONE,
                    UNKNOWN)),
            List.of(new Link(
                    "todosOwner",
                    LinkEnd.of("todos", "owner", Has.ONE, UNKNOWN).onDelete(OnDelete.CASCADE),
                    LinkEnd.of("$users", "todos", Has.MANY, UNKNOWN),
                    null,
                    UNKNOWN)),
            List.of());

    static final Rules TODOS_RULES = new Rules(List.of(new Namespace(
            "todos",
            List.of(
                    rule(Rule.Kind.BIND, "isOwner", "auth.id != null && auth.id in data.ref('owner.id')"),
                    rule(Rule.Kind.ALLOW, "view", "isOwner")),
            UNKNOWN)));

    private Definitions() {}

    static Rule rule(Rule.Kind kind, String name, String expression) {
        return new Rule(kind, name, expression, UNKNOWN);
    }

    static Rules allow(String namespace, String action, String expression) {
        return new Rules(
                List.of(new Namespace(namespace, List.of(rule(Rule.Kind.ALLOW, action, expression)), UNKNOWN)));
    }

    static StoredAttr id(String entity) {
        return attr(ident(entity, "id"), null, null, true, Has.ONE);
    }

    static StoredAttr blob(String entity, String label, DataType type) {
        return attr(ident(entity, label), null, type, false, Has.ONE);
    }

    static StoredAttr link(String entity, String label, String target, String reverse) {
        return attr(ident(entity, label), ident(target, reverse), null, false, Has.ONE);
    }

    private static StoredAttr attr(
            Ident forward, @Nullable Ident reverse, @Nullable DataType type, boolean isUnique, Has has) {
        return new StoredAttr(
                new AttrId(UUID.randomUUID()),
                forward,
                reverse,
                reverse == null ? ValueType.BLOB : ValueType.REF,
                has,
                isUnique,
                false,
                false,
                type,
                List.of(),
                false,
                reverse == null ? null : OnDelete.CASCADE,
                null,
                StoredAttr.Running.NOTHING);
    }

    private static Ident ident(String entity, String label) {
        return new Ident(UUID.randomUUID(), new AttrName(entity, label));
    }
}
