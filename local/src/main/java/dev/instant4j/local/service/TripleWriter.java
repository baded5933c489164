package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.InferredType;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.Ident;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the smallest changes, and notes what must be checked afterwards. */
final class TripleWriter {
    private final Tx tx;
    private final UUID app;
    private final AppSchema schema;
    private final EntityResolver entities;
    private final Touched touched;

    TripleWriter(Tx tx, UUID app, AppSchema schema, EntityResolver entities, Touched touched) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
        this.entities = entities;
        this.touched = touched;
    }

    void addId(TripleStep.AddId step) {
        String etype = step.attr().name().entity();
        UUID entity = entities.findOrCreate(step.entity(), etype);
        touched.entity(entity, step.attr());
        touched.change(new Touched.Write(new Touched.Entity(entity, etype), step.attr()));
        if (tx.triples().of(app, entity, step.attr().id()).isEmpty()) {
            Value own = Value.of(entity.toString());
            tx.triples().add(app, new Triple(entity, step.attr().id(), own, tx.now()));
            infer(step.attr(), own);
            touched.created(entity, etype);
        }
    }

    void add(TripleStep.Add step) {
        UUID entity = entities.findOrCreate(step.entity(), step.attr().name().entity());
        write(entity, step.attr(), value(entity, step.attr(), step.value()));
    }

    void addReverse(TripleStep.AddReverse step) {
        AttrRow attr = step.attr();
        UUID target = entities.findOrCreate(
                step.entity(), Objects.requireNonNull(attr.reverse()).name().entity());
        UUID source = linked(target, attr, step.source(), attr.name().entity());
        write(source, attr, Value.link(target));
    }

    void merge(TripleStep.Merge step) {
        UUID entity = entities.findOrCreate(step.entity(), step.attr().name().entity());
        Object before = tx.triples().of(app, entity, step.attr().id()).stream()
                .findFirst()
                .map(triple -> triple.value().json())
                .orElse(null);
        write(entity, step.attr(), value(entity, step.attr(), merged(before, step.value())));
    }

    void retract(TripleStep.Retract step) {
        AttrRow attr = step.attr();
        Optional<UUID> entity = entities.find(step.entity(), attr.name().entity());
        entity.ifPresent(found -> {
            removed(attr, step.value()).ifPresent(value -> {
                tx.triples().remove(app, found, attr.id(), value);
                change(found, attr, value, false);
            });
            touched.entity(found, attr);
        });
    }

    /** A link to something that can't be linked is not there, so nothing is to be removed. */
    private Optional<Value> removed(AttrRow attr, @Nullable Object json) {
        if (!attr.isLink()) {
            return Optional.of(Value.of(json));
        }
        String etype = Objects.requireNonNull(attr.reverse()).name().entity();
        return EntityRef.ofTarget(json).map(ref -> Value.link(entities.target(ref, etype)));
    }

    void retractReverse(TripleStep.RetractReverse step) {
        AttrRow attr = step.attr();
        Optional<UUID> target = entities.find(
                step.entity(), Objects.requireNonNull(attr.reverse()).name().entity());
        Optional<UUID> source = EntityRef.ofTarget(step.source())
                .map(ref -> entities.target(ref, attr.name().entity()));
        if (target.isPresent() && source.isPresent()) {
            tx.triples().remove(app, source.get(), attr.id(), Value.link(target.get()));
            touched.entity(source.get(), attr);
            change(source.get(), attr, Value.link(target.get()), false);
        }
    }

    void delete(TripleStep.Delete step) {
        entities.find(step.entity(), step.etype())
                .ifPresent(entity -> new EntityDeletion(tx, app, schema, touched).delete(entity, step.etype()));
    }

    private Value value(UUID entity, AttrRow attr, @Nullable Object json) {
        if (attr.isLink()) {
            String etype = Objects.requireNonNull(attr.reverse()).name().entity();
            return Value.link(linked(entity, attr, json, etype));
        }
        Value value = Value.of(json);
        ValueRules.pass(attr, entity, value);
        return value;
    }

    private UUID linked(UUID entity, AttrRow attr, @Nullable Object json, String etype) {
        EntityRef ref = EntityRef.ofTarget(json).orElseThrow(() -> ValueRules.notALink(attr, entity, Value.of(json)));
        return entities.target(ref, etype);
    }

    private void write(UUID entity, AttrRow attr, Value value) {
        boolean isDone = attr.hasOne() && tx.triples().replace(app, entity, attr.id(), value);
        if (!isDone && !isThere(entity, attr, value)) {
            tx.triples().add(app, new Triple(entity, attr.id(), value, tx.now()));
        }
        touched.entity(entity, attr);
        touched.value(attr, value);
        change(entity, attr, value, true);
        if (!attr.isLink()) {
            infer(attr, value);
        }
    }

    private void change(UUID id, AttrRow attr, Value value, boolean isAdded) {
        Touched.Entity entity = new Touched.Entity(id, attr.name().entity());
        Ident other = attr.reverse();
        if (other != null && value.probe() instanceof UUID target) {
            Touched.Entity end = new Touched.Entity(target, other.name().entity());
            touched.change(new Touched.Relink(attr, entity, end, isAdded));
        } else {
            touched.change(new Touched.Write(entity, attr));
        }
    }

    private boolean isThere(UUID entity, AttrRow attr, Value value) {
        List<Triple> values = tx.triples().of(app, entity, attr.id());
        return values.stream().anyMatch(triple -> triple.value().equals(value));
    }

    private void infer(AttrRow attr, Value value) {
        InferredType type = switch (value.kind()) {
            case STRING, LINK -> InferredType.STRING;
            case NUMBER -> InferredType.NUMBER;
            case BOOLEAN -> InferredType.BOOLEAN;
            case NULL, OBJECT, ARRAY -> InferredType.JSON;
        };
        if (!schema.isSystem(attr) && !attr.inferredTypes().contains(type)) {
            tx.attrs().infer(app, attr.id(), type);
        }
    }

    /** Returns what an object becomes by a change of some of its members, null ones being removed. */
    static @Nullable Object merged(@Nullable Object before, @Nullable Object change) {
        if (!(before instanceof JsonObject left && change instanceof JsonObject right)) {
            return change;
        }
        JsonObject result = left.copy();
        for (Map.Entry<String, Object> entry : right) {
            if (entry.getValue() == null) {
                result.remove(entry.getKey());
            } else {
                result.put(entry.getKey(), merged(result.getValue(entry.getKey()), entry.getValue()));
            }
        }
        return result;
    }
}
