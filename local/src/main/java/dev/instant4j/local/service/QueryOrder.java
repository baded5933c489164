package dev.instant4j.local.service;

import dev.instant4j.local.service.QueryOptions.Order;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.EntityList;
import dev.instant4j.local.store.EntityList.Order.By;
import dev.instant4j.local.store.EntityList.Place;
import dev.instant4j.local.store.Moment;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the database in which order a query wants entities, and refuses orders that there can't be. */
final class QueryOrder {
    private static final String ID = "id";

    private final AppSchema schema;
    private final JsonObject query;

    QueryOrder(AppSchema schema, JsonObject query) {
        this.schema = schema;
        this.query = query;
    }

    /** The attr that an order is by. */
    record Attr(AttrRow row, EntityList.Order order) {}

    static EntityList.Order byAge(UUID idAttr, boolean isDescending) {
        return new EntityList.Order(idAttr, By.AGE, isDescending);
    }

    /**
     * Returns the attr by which entities can be ordered as asked for.
     *
     * @throws Refusal if they can't
     */
    Attr attr(QueryForm form, String etype, Order order) {
        boolean isByAge = order.label().equals(Order.CREATED);
        String label = isByAge ? ID : order.label();
        AttrRow attr = schema.forward(new AttrName(etype, label))
                .orElseThrow(() -> wrong(
                        form, "order", "supported-order?", "There is no `" + label + "` attribute for " + etype + "."));
        if (isByAge) {
            return new Attr(attr, byAge(attr.id(), order.isDescending()));
        }
        refuse(form, attr);
        boolean isDate = "date".equals(attr.constraints().checkedDataType());
        return new Attr(attr, new EntityList.Order(attr.id(), isDate ? By.MOMENT : By.VALUE, order.isDescending()));
    }

    /**
     * Returns the place that a cursor of a query means.
     *
     * @param word what the query calls it
     * @throws Refusal if it belongs to another order
     */
    @Nullable
    Place place(QueryForm form, String word, Attr attr, @Nullable JsonArray cursor) {
        if (cursor == null) {
            return null;
        }
        if (!Cursor.attr(cursor).equals(attr.row().id())) {
            String other = schema.byId(Cursor.attr(cursor))
                    .map(found -> "`" + label(found) + "`.")
                    .orElse("a missing attribute.");
            throw wrong(
                    form,
                    word,
                    "valid-cursor?",
                    "Invalid " + word + " cursor. The query orders by `" + label(attr.row())
                            + "`, but the query that returned the cursor orders by " + other);
        }
        Object key = switch (attr.order().by()) {
            case AGE -> cursor.getValue(3);
            case VALUE -> Value.of(cursor.getValue(2)).probe();
            case MOMENT -> Moment.of(cursor.getValue(2));
        };
        return new Place(Cursor.entity(cursor), key);
    }

    private static String label(AttrRow attr) {
        return attr.name().label().equals(ID) ? Order.CREATED : attr.name().label();
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
