package dev.instant4j.rules;

import java.util.List;

/** Where {@code data.ref} and {@code auth.ref} find what is linked to an entity. */
@FunctionalInterface
public interface Refs {

    /**
     * Returns all values that a path leads to, as JSON values. Whatever this throws ends the evaluation and reaches
     * its caller.
     *
     * @param etype the entity type at which the path starts
     * @param id the entity at which it starts
     * @param path labels joined by dots, the last of them an attr: {@code owner.id}
     */
    List<?> values(String etype, String id, String path);
}
