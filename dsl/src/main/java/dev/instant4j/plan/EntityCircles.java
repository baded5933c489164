package dev.instant4j.plan;

import dev.instant4j.diff.Change;
import dev.instant4j.diff.Change.EntityRenamed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the entities that exchange their names in a circle. One of each circle must go aside with all it has, so that no
 * entity is ever torn into two.
 */
final class EntityCircles {
    private static final String SUFFIX = "__moving";

    private EntityCircles() {}

    /** Returns the entities to move aside by the names they have, each with the one it has meanwhile. */
    static Map<String, String> aside(List<Change> changes) {
        Map<String, String> renames = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof EntityRenamed renamed) {
                renames.put(renamed.from(), renamed.to());
            }
        }
        Map<String, String> aside = new HashMap<>();
        Set<String> settled = new LinkedHashSet<>();
        for (String start : new ArrayList<>(renames.keySet())) {
            Set<String> path = new LinkedHashSet<>();
            String entity = start;
            while (entity != null && !settled.contains(entity) && path.add(entity)) {
                entity = renames.get(entity);
            }
            if (start.equals(entity)) {
                aside.put(start, start + SUFFIX);
            }
            settled.addAll(path);
        }
        return aside;
    }
}
