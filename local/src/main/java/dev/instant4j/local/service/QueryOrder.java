package dev.instant4j.local.service;

import dev.instant4j.local.service.QueryOptions.Order;
import dev.instant4j.local.service.QueryOptions.Page;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the entities of a namespace in order, and takes the part of them that is wanted. */
final class QueryOrder {
    private static final String ID = "id";

    private final EntityReader reader;
    private final JsonObject query;

    QueryOrder(EntityReader reader, JsonObject query) {
        this.reader = reader;
        this.query = query;
    }

    /** An entity with the value that decides its place. */
    private record Entry(UUID id, @Nullable Object key) {}

    /** Returns the entities in the order that is asked for; as they come if none is. */
    List<UUID> sorted(QueryForm form, String etype, List<UUID> entities) {
        Order order = form.options().order();
        if (order == null) {
            return entities;
        }
        AttrRow attr = attr(form, etype, order);
        List<Entry> entries = entries(order, attr, entities);
        entries.sort(comparator(order, attr));
        return entries.stream().map(Entry::id).toList();
    }

    /** Returns the part of a sorted list that is wanted. */
    List<UUID> page(QueryForm form, String etype, List<UUID> sorted) {
        Page page = form.options().page();
        if (page.isAll()) {
            return sorted;
        }
        Order given = form.options().order();
        Order order = given == null ? new Order(Order.CREATED, false) : given;
        AttrRow attr = attr(form, etype, order);
        List<UUID> between = between(form, order, attr, sorted);
        List<UUID> counted = new ArrayList<>(between);
        if (page.isFromEnd()) {
            Collections.reverse(counted);
        }
        Stream<UUID> part = counted.stream().skip(page.offset());
        List<UUID> taken = new ArrayList<>((page.limit() == null ? part : part.limit(page.limit())).toList());
        if (page.isFromEnd()) {
            Collections.reverse(taken);
        }
        return taken;
    }

    private List<UUID> between(QueryForm form, Order order, AttrRow attr, List<UUID> sorted) {
        Page page = form.options().page();
        Comparator<Entry> comparator = comparator(order, attr);
        Entry after = cursor(form, "after", order, attr, page.after());
        Entry before = cursor(form, "before", order, attr, page.before());
        return entries(order, attr, sorted).stream()
                .filter(entry -> after == null || comparator.compare(entry, after) > 0)
                .filter(entry -> before == null || comparator.compare(entry, before) < 0)
                .map(Entry::id)
                .toList();
    }

    private @Nullable Entry cursor(QueryForm form, String word, Order order, AttrRow attr, @Nullable JsonArray cursor) {
        if (cursor == null) {
            return null;
        }
        if (!Cursor.attr(cursor).equals(attr.id())) {
            String other = reader.schema()
                    .byId(Cursor.attr(cursor))
                    .map(found -> "`" + label(found) + "`.")
                    .orElse("a missing attribute.");
            throw wrong(
                    form,
                    word,
                    "valid-cursor?",
                    "Invalid " + word + " cursor. The query orders by `" + label(attr)
                            + "`, but the query that returned the cursor orders by " + other);
        }
        boolean isByTime = order.label().equals(Order.CREATED);
        return new Entry(Cursor.entity(cursor), cursor.getValue(isByTime ? 3 : 2));
    }

    private static String label(AttrRow attr) {
        return attr.name().label().equals(ID) ? Order.CREATED : attr.name().label();
    }

    private List<Entry> entries(Order order, AttrRow attr, List<UUID> entities) {
        Map<UUID, Object> keys = new HashMap<>();
        boolean isByTime = order.label().equals(Order.CREATED);
        for (Triple triple : reader.values(attr)) {
            Object key = isByTime ? (Object) triple.createdAt() : triple.value().json();
            if (key != null) {
                keys.put(triple.entity(), key);
            }
        }
        return new ArrayList<>(entities.stream()
                .map(entity -> new Entry(entity, keys.get(entity)))
                .toList());
    }

    private static Comparator<Entry> comparator(Order order, AttrRow attr) {
        String type =
                order.label().equals(Order.CREATED) ? null : attr.constraints().checkedDataType();
        Comparator<Entry> ascending = Comparator.<Entry, Object>comparing(
                        entry -> entry.key() == null ? Value.NULL : entry.key(),
                        (left, right) -> keys(type, left, right))
                .thenComparing(Entry::id, ValueOrder.BY_ID);
        return order.isDescending() ? ascending.reversed() : ascending;
    }

    private static int keys(@Nullable String type, Object left, Object right) {
        if (left == Value.NULL || right == Value.NULL) {
            return Boolean.compare(left != Value.NULL, right != Value.NULL);
        }
        return ValueOrder.compare(type, left, right).orElse(0);
    }

    private AttrRow attr(QueryForm form, String etype, Order order) {
        boolean isByTime = order.label().equals(Order.CREATED);
        String label = isByTime ? ID : order.label();
        AttrRow attr = reader.schema()
                .forward(new AttrName(etype, label))
                .orElseThrow(() -> wrong(
                        form, "order", "supported-order?", "There is no `" + label + "` attribute for " + etype + "."));
        if (!isByTime) {
            refuse(form, attr);
        }
        return attr;
    }

    private void refuse(QueryForm form, AttrRow attr) {
        String name = "The `" + attr.name() + "` attribute ";
        List<String> reasons = new ArrayList<>();
        if (!attr.constraints().isIndexed()) {
            reasons.add(name + "is not indexed. Only indexed and typed attributes can be used to order by.");
        }
        if (attr.constraints().checkedDataType() == null) {
            reasons.add(name + "is not typed. Only typed and indexed attributes can be used to order by.");
        }
        if (!attr.hasOne()) {
            reasons.add(
                    name + "has cardinality `many`. Only attributes with cardinality `one` can be used to order by.");
        }
        if (!reasons.isEmpty()) {
            throw wrong(form, "order", "supported-order?", reasons.toArray(String[]::new));
        }
    }

    private Refusal wrong(QueryForm form, String word, String expected, String... messages) {
        JsonArray in = new JsonArray(QueryReader.add(QueryReader.add(form.path(), "$"), word));
        return Refusal.invalid(
                "query",
                query,
                Stream.of(messages)
                        .map(message -> new JsonObject()
                                .put("expected", expected)
                                .put("in", in)
                                .put("message", message))
                        .toList());
    }
}
