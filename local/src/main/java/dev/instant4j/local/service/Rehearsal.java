package dev.instant4j.local.service;

import dev.instant4j.local.service.Touched.Entity;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a transaction is going to do.
 *
 * @param changes in order
 * @param existing the entities in them that exist before
 * @param after how those that exist will be
 */
record Rehearsal(List<Touched.Change> changes, Set<Entity> existing, Map<Entity, JsonObject> after) {}
