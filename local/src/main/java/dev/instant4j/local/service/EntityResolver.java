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
        AttrRow attr = attr(lookup, etype);
        return tx.triples().having(app, attr.id(), value(attr, lookup)).stream()
                .map(Triple::entity)
                .findFirst();
    }

    /** Returns the entity, which is made if a lookup finds none. */
    UUID findOrCreate(EntityRef ref, String etype) {
        return find(ref, etype).orElseGet(() -> create((EntityRef.Lookup) ref, etype));
    }

    /** Returns what a link leads to: it must exist if it is named by a lookup. */
    UUID target(EntityRef ref, String etype) {
        return find(ref, etype).orElseThrow(() -> missing((EntityRef.Lookup) ref, etype));
    }

    private Refusal missing(EntityRef.Lookup lookup, String etype) {
        AttrRow attr = attr(lookup, etype);
        JsonObject input = new JsonObject()
                .put("attribute-id", attr.id().toString())
                .put("namespace", etype)
                .put("label", attr.name().label())
                .put("value", lookup.value());
        return Refusal.invalid(EntityRef.LOOKUP, input, "The entity for the lookup does not exist.");
    }

    private UUID create(EntityRef.Lookup lookup, String etype) {
        UUID id = ids.next();
        AttrRow attr = attr(lookup, etype);
        Value value = value(attr, lookup);
        if (attr.isLink() && value.kind() != Value.Kind.LINK) {
            throw ValueRules.notALink(attr, id, value);
        }
        ValueRules.pass(attr, id, value);
        tx.triples().add(app, new Triple(id, attr.id(), value, tx.now()));
        return id;
    }

    private static Value value(AttrRow attr, EntityRef.Lookup lookup) {
        Optional<UUID> target =
                attr.isLink() && lookup.value() instanceof String text ? Params.uuidIn(text) : Optional.empty();
        return target.map(Value::link).orElseGet(() -> Value.of(lookup.value()));
    }

    /**
     * Returns the attr by which a lookup finds entities.
     *
     * @throws Refusal if several entities may have the same value
     */
    AttrRow attr(EntityRef.Lookup lookup, String etype) {
        boolean isAttr = schema.forward(new AttrName(etype, lookup.label())).isPresent();
        return schema.forward(new AttrName(etype, lookup.attrLabel(isAttr)))
                .filter(attr -> attr.constraints().isUnique())
                .orElseThrow(() -> Refusal.invalid(
                        EntityRef.LOOKUP, lookup.said(), lookup.label() + " is not a unique attribute on " + etype));
    }
}
