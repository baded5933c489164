package dev.instant4j.local.store;

import dev.instant4j.local.store.Value.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entities in an order, and which part of them is wanted: told, for the database to find.
 *
 * @param from where they come from
 * @param within those that are wanted; null: all
 * @param order by what
 * @param after the place behind which it begins; null: at the start
 * @param before the place before which it ends; null: at the end
 * @param limit how many; null: all
 * @param offset how many are passed over first
 */
public record EntityList(
        From from,
        @Nullable EntitySet within,
        Order order,
        @Nullable Place after,
        @Nullable Place before,
        @Nullable Integer limit,
        int offset) {

    /** Where entities come from. */
    public sealed interface From {
        UUID app();
    }

    /** All of a type. */
    public record OfType(UUID app, UUID idAttr) implements From {}

    /**
     * Those at the other end of the links of one entity.
     *
     * @param isForward whether the links are kept at that entity
     */
    public record Linked(UUID app, UUID entity, UUID attr, boolean isForward) implements From {}

    /**
     * By what entities are ordered; the ids of equal ones decide.
     *
     * @param attr whose values count, or of an id attr when it was written
     * @param by what of them
     */
    public record Order(UUID attr, By by, boolean isDescending) {

        /** What counts of a value. */
        public enum By {
            AGE,
            VALUE,
            MOMENT
        }

        /** Returns the opposite order. */
        public Order reversed() {
            return new Order(attr, by, !isDescending);
        }
    }

    /**
     * A place in an order.
     *
     * @param key the value there, in the form that the database compares; null comes first
     */
    public record Place(UUID entity, @Nullable Object key) {}

    Fragment sql() {
        Fragment sql = Fragment.of("SELECT ")
                .and(id() + " AS id FROM triples b WHERE ")
                .and(condition());
        if (within != null) {
            sql = sql.and(" AND " + id() + " IN ").and(within.list());
        }
        if (after != null) {
            sql = sql.and(" AND ").and(beyond(after, order.isDescending()));
        }
        if (before != null) {
            sql = sql.and(" AND ").and(beyond(before, !order.isDescending()));
        }
        String direction = order.isDescending() ? " DESC" : "";
        return sql.and(" ORDER BY ")
                .and(key())
                .and(direction + ", " + id() + direction + " LIMIT ? OFFSET ?", limit == null ? -1 : limit, offset);
    }

    private String id() {
        return from instanceof Linked linked && linked.isForward() ? "b.probe" : "b.entity_id";
    }

    private Fragment condition() {
        if (from instanceof OfType all) {
            return Fragment.of("b.app_id = ? AND b.attr_id = ?", all.app(), all.idAttr());
        }
        Linked linked = (Linked) from;
        return Fragment.of(
                "b.app_id = ? AND b.attr_id = ? AND b.kind = ? AND " + (linked.isForward() ? "b.entity_id" : "b.probe")
                        + " = ?",
                linked.app(),
                linked.attr(),
                Kind.LINK.code(),
                linked.entity());
    }

    private Fragment key() {
        boolean isOwn = from instanceof OfType all && all.idAttr().equals(order.attr());
        if (isOwn && order.by() == Order.By.AGE) {
            return Fragment.of("b.created_at");
        }
        String value = switch (order.by()) {
            case AGE -> "k.created_at";
            case VALUE -> "k.probe";
            case MOMENT -> "moment(k.kind, k.probe)";
        };
        return Fragment.of(
                "(SELECT " + value + " FROM triples k WHERE k.app_id = ? AND k.attr_id = ? AND k.entity_id = " + id()
                        + " LIMIT 1)",
                from.app(),
                order.attr());
    }

    /** Null comes first in ascending order. */
    private Fragment beyond(Place place, boolean isBelow) {
        String sign = isBelow ? " < ?" : " > ?";
        Fragment atPlace =
                Fragment.of("(").and(key()).and(" IS ? AND " + id() + sign + ")", place.key(), place.entity());
        if (place.key() == null) {
            return isBelow
                    ? atPlace
                    : Fragment.of("(").and(atPlace).and(" OR ").and(key()).and(" IS NOT NULL)");
        }
        Fragment apart = Fragment.of("(").and(atPlace).and(" OR ").and(key()).and(sign, place.key());
        return isBelow ? apart.and(" OR ").and(key()).and(" IS NULL)") : apart.and(")");
    }
}
