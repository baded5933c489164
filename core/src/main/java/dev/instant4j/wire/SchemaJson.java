package dev.instant4j.wire;

import dev.instant4j.model.Attr;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Entity;
import dev.instant4j.model.Has;
import dev.instant4j.model.Hints;
import dev.instant4j.model.Link;
import dev.instant4j.model.LinkEnd;
import dev.instant4j.model.OnDelete;
import dev.instant4j.model.Place;
import dev.instant4j.model.Presence;
import dev.instant4j.model.Room;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Topic;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Definitions of a schema as clients send them: {@code {entities, links, rooms}}. */
public final class SchemaJson {

    private SchemaJson() {}

    /** Returns the definition in the form in which a platform takes it. Hints, choices and places are not sent. */
    public static JsonObject encode(Schema schema) {
        JsonObject entities = new JsonObject();
        schema.entities().forEach(entity -> entities.put(entity.name(), attrs(entity.attrs())));
        JsonObject links = new JsonObject();
        schema.links().forEach(link -> links.put(link.name(), link(link)));
        JsonObject rooms = new JsonObject();
        schema.rooms().forEach(room -> rooms.put(room.name(), room(room)));
        return new JsonObject().put("entities", entities).put("links", links).put("rooms", rooms);
    }

    /** Returns the schema that a definition in JSON says, without what isn't sent. */
    public static Schema decode(JsonCursor definition) {
        return new Schema(
                all(
                        definition,
                        "entities",
                        (name, entity) -> new Entity(name, attrs(entity), Hints.NONE, Place.UNKNOWN)),
                all(
                        definition,
                        "links",
                        (name, link) -> new Link(
                                name, end(link.member("forward")), end(link.member("reverse")), null, Place.UNKNOWN)),
                all(definition, "rooms", SchemaJson::room));
    }

    private static JsonObject attrs(List<Attr> attrs) {
        JsonObject byName = new JsonObject();
        attrs.forEach(attr -> byName.put(attr.name(), attr(attr)));
        return new JsonObject().put("attrs", byName);
    }

    private static JsonObject attr(Attr attr) {
        return new JsonObject()
                .put("valueType", Words.of(attr.type()))
                .put("required", attr.isRequired())
                .put("isIndexed", attr.isIndexed())
                .put("config", new JsonObject().put("indexed", attr.isIndexed()).put("unique", attr.isUnique()));
    }

    private static JsonObject link(Link link) {
        return new JsonObject().put("forward", end(link.forward())).put("reverse", end(link.reverse()));
    }

    private static JsonObject end(LinkEnd end) {
        JsonObject json = new JsonObject()
                .put("on", end.on())
                .put("has", Words.of(end.has()))
                .put("label", end.label());
        if (end.isRequired()) {
            json.put("required", true);
        }
        if (end.onDelete() != null) {
            json.put("onDelete", Words.of(end.onDelete()));
        }
        return json;
    }

    private static JsonObject room(Room room) {
        JsonObject topics = new JsonObject();
        room.topics().forEach(topic -> topics.put(topic.name(), attrs(topic.attrs())));
        return new JsonObject().put("presence", attrs(room.presence().attrs())).put("topics", topics);
    }

    private static List<Attr> attrs(JsonCursor entity) {
        return all(entity, "attrs", SchemaJson::attr);
    }

    private static Attr attr(String name, JsonCursor attr) {
        JsonCursor config = attr.member("config");
        return new Attr(
                name,
                attr.member("valueType").word(DataType.class),
                is(config, "unique"),
                is(config, "indexed"),
                is(attr, "required"),
                List.of(),
                Hints.NONE,
                Place.UNKNOWN);
    }

    private static LinkEnd end(JsonCursor end) {
        return new LinkEnd(
                end.member("on").text(),
                end.member("label").text(),
                end.member("has").word(Has.class),
                is(end, "required"),
                end.optional("onDelete").map(rule -> rule.word(OnDelete.class)).orElse(null),
                null,
                Place.UNKNOWN);
    }

    private static Room room(String name, JsonCursor room) {
        List<Attr> presence = room.optional("presence").map(SchemaJson::attrs).orElse(List.of());
        return new Room(
                name,
                new Presence(presence),
                all(room, "topics", (topic, message) -> new Topic(topic, attrs(message))),
                Place.UNKNOWN);
    }

    private static <T> List<T> all(JsonCursor json, String key, BiFunction<String, JsonCursor, T> decode) {
        List<T> decoded = new ArrayList<>();
        json.optional(key)
                .ifPresent(found -> found.members().forEach((name, member) -> decoded.add(decode.apply(name, member))));
        return decoded;
    }

    private static boolean is(JsonCursor json, String flag) {
        return json.optional(flag).map(JsonCursor::bool).orElse(false);
    }
}
