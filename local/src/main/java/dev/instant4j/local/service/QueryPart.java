package dev.instant4j.local.service;

import dev.instant4j.local.store.EntityList;
import dev.instant4j.local.store.EntitySet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One namespace of a query, as it will be answered.
 *
 * @param way the link that leads to it; null at the top, and if there is no such link
 * @param sought what is looked for; null: nothing can be found
 * @param nested what is wanted of linked entities
 */
record QueryPart(
        QueryForm form, @Nullable LinkWay way, @Nullable Sought sought, List<QueryPart> nested) {

    /**
     * What entities are looked for, and in which order.
     *
     * @param idAttr marks those of the type
     * @param wanted for which all conditions hold; null: there are none
     * @param after null: from the first on
     * @param before null: to the last
     * @param sorting how those that were found are sorted for the answer
     */
    record Sought(
            String etype,
            UUID idAttr,
            @Nullable EntitySet wanted,
            EntityList.Order order,
            EntityList.@Nullable Place after,
            EntityList.@Nullable Place before,
            Sorting sorting) {}

    /** How an answer is sorted: the real platform sorts by what it shows, and where that lacks the value, by ids. */
    enum Sorting {
        AS_FOUND,
        BY_ID,
        BY_ID_DESCENDING
    }
}
