package dev.instant4j.local.store;

import dev.instant4j.local.store.Value.Kind;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.UUID;

/** Entities of an app that have something in common: told rather than listed, for the database to find. */
public final class EntitySet {
    private static final int MAX_VALUES = 30_000;

    private final Fragment ids;

    private EntitySet(Fragment ids) {
        this.ids = ids;
    }

    /** Returns no entities. */
    public static EntitySet none() {
        return of(List.of());
    }

    public static EntitySet of(List<UUID> entities) {
        JsonArray list = new JsonArray(entities.stream().map(UUID::toString).toList());
        return new EntitySet(Fragment.of("SELECT unhex(value, '-') AS id FROM json_each(?)", list.encode()));
    }

    /** Returns the entities with a value under an attr that passes a test. */
    public static EntitySet having(UUID app, UUID attr, ValueTest test) {
        return new EntitySet(Fragment.of(
                        "SELECT entity_id AS id FROM triples t WHERE t.app_id = ? AND t.attr_id = ? AND ", app, attr)
                .and(test.sql()));
    }

    /** Returns the entities from which links of an attr lead to some others. */
    public static EntitySet linkedTo(UUID app, UUID attr, EntitySet targets) {
        return new EntitySet(Fragment.of(
                        "SELECT entity_id AS id FROM triples t WHERE t.app_id = ? AND t.attr_id = ? AND t.kind = ?"
                                + " AND t.probe IN ",
                        app,
                        attr,
                        Kind.LINK.code())
                .and(targets.list()));
    }

    /** Returns the entities to which links of an attr lead from some others. */
    public static EntitySet linkedFrom(UUID app, UUID attr, EntitySet sources) {
        return new EntitySet(Fragment.of(
                        "SELECT probe AS id FROM triples t WHERE t.app_id = ? AND t.attr_id = ? AND t.kind = ?"
                                + " AND t.entity_id IN ",
                        app,
                        attr,
                        Kind.LINK.code())
                .and(sources.list()));
    }

    /** Returns these without some others. */
    public EntitySet minus(EntitySet others) {
        return new EntitySet(Fragment.of("SELECT id FROM ")
                .and(list())
                .and(" WHERE id NOT IN ")
                .and(others.list()));
    }

    /** Returns the entities that are in all of some sets. */
    public static EntitySet all(List<EntitySet> sets) {
        Fragment ids = sets.get(0).ids;
        for (EntitySet other : sets.subList(1, sets.size())) {
            ids = Fragment.of("SELECT id FROM (").and(ids).and(") WHERE id IN ").and(other.list());
        }
        return sets.size() == 1 ? sets.get(0) : new EntitySet(ids);
    }

    /** Returns the entities that are in one of some sets at least. */
    public static EntitySet any(List<EntitySet> sets) {
        if (sets.size() == 1) {
            return sets.get(0);
        }
        int half = sets.size() / 2;
        return new EntitySet(Fragment.of("SELECT id FROM ")
                .and(any(sets.subList(0, half)).list())
                .and(" UNION SELECT id FROM ")
                .and(any(sets.subList(half, sets.size())).list()));
    }

    /** Tells whether it has grown beyond what the database looks for at once. */
    public boolean isTooLarge() {
        return ids.values().size() > MAX_VALUES;
    }

    Fragment list() {
        return Fragment.of("(").and(ids).and(")");
    }
}
