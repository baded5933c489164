package dev.instant4j.local.service;

import dev.instant4j.local.service.Touched.Entity;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;

/** Entities as rules see them: as they are now, and as they will be. */
final class States {
    private final EntityReader now;
    private final Set<Entity> existing;
    private final Map<Entity, JsonObject> after;

    States(EntityReader now, Set<Entity> existing, Map<Entity, JsonObject> after) {
        this.now = now;
        this.existing = existing;
        this.after = after;
    }

    /** Tells whether an entity was there before the transaction. */
    boolean existed(Entity entity) {
        return existing.contains(entity);
    }

    /** Returns an entity as it is now; empty if there is nothing. */
    JsonObject data(Entity entity) {
        return now.json(entity.id(), entity.etype());
    }

    /** Returns an entity as it will be; a new one is already. */
    JsonObject newData(Entity entity) {
        JsonObject known = after.get(entity);
        return known == null ? data(entity) : known;
    }

    /** Returns the word for what is done to an entity. */
    String action(Entity entity) {
        return existed(entity) ? "update" : "create";
    }
}
