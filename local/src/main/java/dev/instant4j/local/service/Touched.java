package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a transaction has changed so far and must be looked at before it ends. */
final class Touched {
    private final Set<Entity> entities = new LinkedHashSet<>();
    private final Set<Entity> created = new LinkedHashSet<>();
    private final Map<Written, AttrRow> unique = new LinkedHashMap<>();

    private final List<Change> changes = new ArrayList<>();

    /** Something that rules may forbid. */
    sealed interface Change {}

    /** A value was written to an entity, or removed. */
    record Write(Entity entity, AttrRow attr) implements Change {}

    /** A link was made, or removed. */
    record Relink(AttrRow attr, Entity source, Entity target, boolean isAdded) implements Change {}

    /** An entity was deleted. */
    record Deletion(Entity entity) implements Change {}

    /** An entity as one of a type. */
    record Entity(UUID id, String etype) {}

    /** A value under an attr. */
    record Written(UUID attr, Value value) {}

    void entity(UUID id, AttrRow attr) {
        entities.add(new Entity(id, attr.name().entity()));
    }

    void created(UUID id, String etype) {
        created.add(new Entity(id, etype));
    }

    void value(AttrRow attr, Value value) {
        if (attr.constraints().isUnique() && value.kind() != Value.Kind.NULL) {
            unique.put(new Written(attr.id(), value), attr);
        }
    }

    void change(Change change) {
        changes.add(change);
    }

    /** Returns what was done, in order. */
    List<Change> changes() {
        return Collections.unmodifiableList(changes);
    }

    Set<Entity> entities() {
        return Collections.unmodifiableSet(entities);
    }

    Set<Entity> created() {
        return Collections.unmodifiableSet(created);
    }

    /** Returns the values that must occur once only, with their attrs. */
    Map<Written, AttrRow> unique() {
        return Collections.unmodifiableMap(unique);
    }
}
