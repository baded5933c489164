package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.EntityList;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads whole entities, and follows links. */
final class EntityReader {
    private final Tx tx;
    private final UUID app;
    private final AppSchema schema;

    EntityReader(Tx tx, UUID app, AppSchema schema) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
    }

    UUID app() {
        return app;
    }

    AppSchema schema() {
        return schema;
    }

    /** Returns the entities of a type in the order they were made. */
    List<Triple> all(AttrRow idAttr) {
        return tx.triples().under(app, idAttr.id());
    }

    /** Returns the ids of entities, in order. */
    List<UUID> ids(EntityList list) {
        return tx.triples().ids(list);
    }

    boolean exists(UUID entity, String etype) {
        return schema.idAttr(etype)
                .filter(attr -> !tx.triples().of(app, entity, attr.id()).isEmpty())
                .isPresent();
    }

    /** Returns what an entity has as one of a type, by label; a has-one link as the id it leads to. */
    JsonObject json(UUID entity, String etype) {
        JsonObject json = new JsonObject();
        for (Triple triple : tx.triples().of(app, entity)) {
            schema.byId(triple.attr())
                    .filter(attr -> attr.name().entity().equals(etype))
                    .filter(attr -> !attr.isLink() || attr.hasOne())
                    .ifPresent(
                            attr -> json.put(attr.name().label(), triple.value().json()));
        }
        return json;
    }

    /** Returns what an entity is linked to, in the order the links were made. */
    List<UUID> follow(LinkWay way, UUID entity) {
        List<UUID> found = new ArrayList<>();
        if (way.isForward()) {
            tx.triples().of(app, entity, way.attr().id()).forEach(triple -> addTarget(found, triple));
        } else {
            tx.triples().having(app, way.attr().id(), Value.link(entity)).forEach(triple -> found.add(triple.entity()));
        }
        return found;
    }

    /** Returns the values of an entity under an attr. */
    List<Value> values(UUID entity, AttrRow attr) {
        return tx.triples().of(app, entity, attr.id()).stream()
                .map(Triple::value)
                .toList();
    }

    private static void addTarget(List<UUID> found, Triple triple) {
        if (triple.value().probe() instanceof UUID target) {
            found.add(target);
        }
    }
}
