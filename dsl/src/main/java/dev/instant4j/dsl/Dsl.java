package dev.instant4j.dsl;

import dev.instant4j.model.Attr;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Has;
import dev.instant4j.model.Hints;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.Namespace;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.Presence;
import dev.instant4j.model.Room;
import dev.instant4j.model.RoomPart;
import dev.instant4j.model.Rule;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.SchemaPart;
import dev.instant4j.model.Topic;
import java.util.List;

/**
 * Writes definitions as nested values, the same in Java, Kotlin and a {@code .jsh} script:
 *
 * <pre>{@code
 * var schema = schema(
 *     entity("todos", string("title"), bool("done").indexed()),
 *     link("todosOwner", hasOne("todos", "owner").required().onDelete(CASCADE), hasMany("$users", "todos")));
 *
 * var rules = rules(
 *     byDefault(deny()),
 *     namespace("todos", bind("isOwner", "auth.id in data.ref('owner.id')"), view("isOwner")));
 * }</pre>
 *
 * <p>Every value remembers the file and line that made it. Nothing is judged here: see {@code check}.
 */
public final class Dsl {
    /** Deletes an entity together with the one it is linked to. */
    public static final OnDelete CASCADE = OnDelete.CASCADE;

    private Dsl() {}

    /** Returns the schema of these entities, links and rooms. */
    public static Schema schema(SchemaPart... parts) {
        return Schema.of(List.of(parts));
    }

    /** Returns an entity with these attrs; {@code id} is implied. */
    public static Entity entity(String name, Attr... attrs) {
        return new Entity(name, List.of(attrs), Hints.NONE, Caller.place());
    }

    /** Returns a required attr that holds text. */
    public static Attr string(String name) {
        return Attr.of(name, DataType.STRING, Caller.place());
    }

    /** Returns a required attr that holds a number. */
    public static Attr number(String name) {
        return Attr.of(name, DataType.NUMBER, Caller.place());
    }

    /** Returns a required attr that holds true or false. */
    public static Attr bool(String name) {
        return Attr.of(name, DataType.BOOLEAN, Caller.place());
    }

    /** Returns a required attr that holds a point in time: epoch milliseconds or a date text. */
    public static Attr date(String name) {
        return Attr.of(name, DataType.DATE, Caller.place());
    }

    /** Returns a required attr that holds any JSON value. */
    public static Attr json(String name) {
        return Attr.of(name, DataType.JSON, Caller.place());
    }

    /** Returns a required attr that holds any JSON value; differs from {@link #json} in generated code only. */
    public static Attr any(String name) {
        return Attr.of(name, DataType.ANY, Caller.place());
    }

    /** Returns the link between two ends; only the forward one can be required. */
    public static Link link(String name, LinkEnd forward, LinkEnd reverse) {
        return new Link(name, forward, reverse, null, Caller.place());
    }

    /** Returns the end of a link at which an entity of {@code on} has at most one other entity, called {@code label}. */
    public static LinkEnd hasOne(String on, String label) {
        return LinkEnd.of(on, label, Has.ONE, Caller.place());
    }

    /** Returns the end of a link at which an entity of {@code on} has any number of others, called {@code label}. */
    public static LinkEnd hasMany(String on, String label) {
        return LinkEnd.of(on, label, Has.MANY, Caller.place());
    }

    /** Returns a room with its presence (the last one counts) and topics. */
    public static Room room(String name, RoomPart... parts) {
        Presence presence = new Presence(List.of());
        for (RoomPart part : parts) {
            presence = part instanceof Presence given ? given : presence;
        }
        return new Room(name, presence, topicsOf(parts), Caller.place());
    }

    private static List<Topic> topicsOf(RoomPart... parts) {
        return List.of(parts).stream()
                .filter(Topic.class::isInstance)
                .map(Topic.class::cast)
                .toList();
    }

    /** Returns what members of a room show of themselves. */
    public static Presence presence(Attr... attrs) {
        return new Presence(List.of(attrs));
    }

    /** Returns a kind of message that members of a room send each other. */
    public static Topic topic(String name, Attr... attrs) {
        return new Topic(name, List.of(attrs));
    }

    /** Returns the rules of these namespaces. */
    public static Rules rules(Namespace... namespaces) {
        return new Rules(List.of(namespaces));
    }

    /** Returns the rules of an entity, or of a special word such as {@code attrs}. */
    public static Namespace namespace(String name, Rule... rules) {
        return new Namespace(name, List.of(rules), Caller.place());
    }

    /** Returns the rules that hold for every entity which has none of its own for an action. */
    public static Namespace byDefault(Rule... rules) {
        return new Namespace(Namespace.DEFAULT, List.of(rules), Caller.place());
    }

    /** Returns the rule that refuses every action without a rule of its own. */
    public static Rule deny() {
        return allow("$default", "false");
    }

    /** Returns the rule that decides every action without a rule of its own. */
    public static Rule otherwise(String expression) {
        return allow("$default", expression);
    }

    /** Returns an expression with a name that other rules of the namespace can use. */
    public static Rule bind(String name, String expression) {
        return new Rule(Rule.Kind.BIND, name, expression, Caller.place());
    }

    /** Returns the rule that decides who sees an entity. */
    public static Rule view(String expression) {
        return allow("view", expression);
    }

    /** Returns the rule that decides who makes an entity. */
    public static Rule create(String expression) {
        return allow("create", expression);
    }

    /** Returns the rule that decides who changes an entity. */
    public static Rule update(String expression) {
        return allow("update", expression);
    }

    /** Returns the rule that decides who deletes an entity. */
    public static Rule delete(String expression) {
        return allow("delete", expression);
    }

    /** Returns the rule that decides who makes a link over {@code label}. */
    public static Rule link(String label, String expression) {
        return new Rule(Rule.Kind.LINK, label, expression, Caller.place());
    }

    /** Returns the rule that decides who removes a link over {@code label}. */
    public static Rule unlink(String label, String expression) {
        return new Rule(Rule.Kind.UNLINK, label, expression, Caller.place());
    }

    /** Returns the rule that decides who sees one attr of an entity they may view. */
    public static Rule field(String label, String expression) {
        return new Rule(Rule.Kind.FIELD, label, expression, Caller.place());
    }

    private static Rule allow(String action, String expression) {
        return new Rule(Rule.Kind.ALLOW, action, expression, Caller.place());
    }
}
