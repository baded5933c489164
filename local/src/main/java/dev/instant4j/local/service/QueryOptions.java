package dev.instant4j.local.service;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a namespace of a query under {@code $}.
 *
 * @param where all of them must hold
 * @param order null: as the entities were made
 * @param page how much is wanted; null: all
 * @param fields the labels that are wanted; null: all
 * @param said the fields as they were given; null if they were not
 * @param isAggregate whether a count is asked for
 */
record QueryOptions(
        List<Condition> where,
        @Nullable Order order,
        Page page,
        @Nullable List<String> fields,
        @Nullable Object said,
        boolean isAggregate) {
    static final QueryOptions NONE = new QueryOptions(List.of(), null, Page.ALL, null, null, false);

    /** The value that decides the place of an entity. */
    record Order(String label, boolean isDescending) {
        static final String CREATED = "serverCreatedAt";

        String direction() {
            return isDescending ? "desc" : "asc";
        }
    }

    /**
     * A part of a list.
     *
     * @param limit how many; null: all
     * @param isFromEnd whether they are the last ones
     * @param offset how many are passed over first
     * @param after where it begins; null: at the start
     * @param before where it ends; null: at the end
     * @param json as it was given
     */
    record Page(
            @Nullable Integer limit,
            boolean isFromEnd,
            int offset,
            @Nullable JsonArray after,
            @Nullable JsonArray before,
            JsonObject json) {
        static final Page ALL = new Page(null, false, 0, null, null, new JsonObject());

        boolean isAll() {
            return limit == null && offset == 0 && after == null && before == null;
        }
    }
}
