package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.Ident;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Deletes entities, and those that a delete rule takes along. */
final class EntityDeletion {
    private final Tx tx;
    private final UUID app;
    private final AppSchema schema;
    private final Touched touched;
    private final Deque<Touched.Entity> pending = new ArrayDeque<>();
    private final Set<Touched.Entity> seen = new HashSet<>();

    EntityDeletion(Tx tx, UUID app, AppSchema schema, Touched touched) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
        this.touched = touched;
    }

    /** Deletes an entity as one of a type, and what follows. */
    void delete(UUID entity, String etype) {
        pending.add(new Touched.Entity(entity, etype));
        while (!pending.isEmpty()) {
            Touched.Entity next = pending.remove();
            if (seen.add(next)) {
                touched.change(new Touched.Deletion(next));
                deleteOne(next);
            }
        }
    }

    private void deleteOne(Touched.Entity entity) {
        List<AttrRow> attrs = schema.all().toList();
        attrs.stream()
                .filter(attr -> attr.name().entity().equals(entity.etype()))
                .forEach(attr -> forward(entity, attr));
        attrs.stream()
                .filter(attr -> Optional.ofNullable(attr.reverse())
                        .map(Ident::name)
                        .filter(name -> name.entity().equals(entity.etype()))
                        .isPresent())
                .forEach(attr -> reverse(entity, attr));
    }

    private void forward(Touched.Entity entity, AttrRow attr) {
        Ident other = attr.reverse();
        if (other != null && AttrRow.CASCADE.equals(attr.onDeleteReverse())) {
            tx.triples().of(app, entity.id(), attr.id()).stream()
                    .flatMap(triple -> target(triple).stream())
                    .forEach(target ->
                            pending.add(new Touched.Entity(target, other.name().entity())));
        }
        tx.triples().remove(app, entity.id(), attr.id());
        touched.entity(entity.id(), attr);
    }

    private void reverse(Touched.Entity entity, AttrRow attr) {
        Value link = Value.link(entity.id());
        for (Triple triple : tx.triples().having(app, attr.id(), link)) {
            if (AttrRow.CASCADE.equals(attr.onDelete())) {
                pending.add(new Touched.Entity(triple.entity(), attr.name().entity()));
            }
            tx.triples().remove(app, triple.entity(), attr.id(), link);
            touched.entity(triple.entity(), attr);
        }
    }

    private static Optional<UUID> target(Triple triple) {
        return triple.value().probe() instanceof UUID id ? Optional.of(id) : Optional.empty();
    }
}
