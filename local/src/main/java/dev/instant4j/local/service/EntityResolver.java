package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.IdSource;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/** Finds the entities that steps name. */
final class EntityResolver {
    private final Tx tx;
    private final UUID app;
    private final AppSchema schema;
    private final IdSource ids;

    EntityResolver(Tx tx, UUID app, AppSchema schema, IdSource ids) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
        this.ids = ids;
    }

    /** Returns the entity if there is one; one named by id always counts. */
    Optional<UUID> find(EntityRef ref, String etype) {
        if (ref instanceof EntityRef.Id known) {
            return Optional.of(known.id());
        }
        EntityRef.Lookup lookup = (EntityRef.Lookup) ref;
        return tx.triples().having(app, attr(lookup, etype).id(), Value.of(lookup.value())).stream()
                .map(Triple::entity)
                .findFirst();
    }

    /** Returns the entity, which is made if a lookup finds none. */
    UUID findOrCreate(EntityRef ref, String etype) {
        return find(ref, etype).orElseGet(() -> create((EntityRef.Lookup) ref, etype));
    }

    /** Returns what a link leads to: it must exist if it is named by a lookup. */
    UUID target(EntityRef ref, String etype) {
        return find(ref, etype)
                .orElseThrow(() -> Refusal.invalid(
                        "lookup", describe((EntityRef.Lookup) ref), "The entity for the lookup does not exist."));
    }

    private UUID create(EntityRef.Lookup lookup, String etype) {
        UUID id = ids.next();
        AttrRow attr = attr(lookup, etype);
        Value value = Value.of(lookup.value());
        ValueRules.pass(attr, id, value);
        tx.triples().add(app, new Triple(id, attr.id(), value, tx.now()));
        return id;
    }

    private AttrRow attr(EntityRef.Lookup lookup, String etype) {
        return schema.forward(new AttrName(etype, lookup.label()))
                .filter(attr -> attr.constraints().isUnique())
                .orElseThrow(() -> Refusal.invalid(
                        "lookup", describe(lookup), lookup.label() + " is not a unique attribute on " + etype));
    }

    private static JsonObject describe(EntityRef.Lookup lookup) {
        return new JsonObject().put(lookup.label(), lookup.value());
    }
}
