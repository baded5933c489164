package dev.instant4j.local.service;

import io.vertx.core.json.JsonArray;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a namespace of a query under {@code $}.
 *
 * @param where all of them must hold
 * @param order null: as the entities were made
 * @param page how much is wanted; null: all
 * @param fields the labels that are wanted; null: all
 * @param isAggregate whether a count is asked for
 */
record QueryOptions(
        List<Condition> where,
        @Nullable Order order,
        Page page,
        @Nullable List<String> fields,
        boolean isAggregate) {
    static final QueryOptions NONE =
            new QueryOptions(List.of(), null, new Page(null, false, 0, null, null), null, false);

    /** The value that decides the place of an entity. */
    record Order(String label, boolean isDescending) {
        static final String CREATED = "serverCreatedAt";
    }

    /**
     * A part of a list.
     *
     * @param limit how many; null: all
     * @param isFromEnd whether they are the last ones
     * @param offset how many are passed over first
     * @param after where it begins; null: at the start
     * @param before where it ends; null: at the end
     */
    record Page(
            @Nullable Integer limit,
            boolean isFromEnd,
            int offset,
            @Nullable JsonArray after,
            @Nullable JsonArray before) {
        boolean isAll() {
            return limit == null && offset == 0 && after == null && before == null;
        }
    }
}
