package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entities of one type that the platform keeps for an app among its data. */
final class SystemEntities {
    private static final String ID = "id";

    private final Tx tx;
    private final UUID app;
    private final AppSchema schema;
    private final String etype;

    SystemEntities(Tx tx, UUID app, AppSchema schema, String etype) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
        this.etype = etype;
    }

    /** Returns all of them by label, in the order they were made. */
    List<JsonObject> all() {
        EntityReader reader = new EntityReader(tx, app, schema);
        return reader.all(attr(ID)).stream()
                .map(triple -> reader.json(triple.entity(), etype))
                .toList();
    }

    /** Returns one by label, if there is one of that id. */
    Optional<JsonObject> find(UUID id) {
        EntityReader reader = new EntityReader(tx, app, schema);
        return reader.exists(id, etype) ? Optional.of(reader.json(id, etype)) : Optional.empty();
    }

    /** Returns when one was made, in epoch milliseconds. */
    long createdAt(UUID id) {
        return tx.triples().of(app, id, attr(ID).id()).stream()
                .mapToLong(Triple::createdAt)
                .findFirst()
                .orElse(tx.now());
    }

    /**
     * Keeps values of one, which is made if needed, and returns all it has.
     *
     * @param values by label; a link as the id it leads to
     * @throws Refusal if another one has a value that must be unique
     */
    JsonObject put(UUID id, Map<String, ? extends @Nullable Object> values) {
        write(id, attr(ID), Value.of(id.toString()));
        values.forEach((label, value) -> write(id, attr(label), value(id, attr(label), value)));
        return new EntityReader(tx, app, schema).json(id, etype);
    }

    void remove(UUID id) {
        new EntityDeletion(tx, app, schema, new Touched()).delete(id, etype);
    }

    private static Value value(UUID id, AttrRow attr, @Nullable Object value) {
        if (attr.isLink() && value instanceof UUID target) {
            return Value.link(target);
        }
        Value stored = Value.of(value);
        ValueRules.pass(attr, id, stored);
        return stored;
    }

    private void write(UUID id, AttrRow attr, Value value) {
        boolean isTaken = attr.constraints().isUnique()
                && tx.triples().having(app, attr.id(), value).stream()
                        .anyMatch(triple -> !triple.entity().equals(id));
        if (isTaken) {
            throw AttrRules.notUnique(attr, value);
        }
        if (!tx.triples().replace(app, id, attr.id(), value)) {
            tx.triples().add(app, new Triple(id, attr.id(), value, tx.now()));
        }
    }

    private AttrRow attr(String label) {
        return schema.system(etype, label);
    }
}
