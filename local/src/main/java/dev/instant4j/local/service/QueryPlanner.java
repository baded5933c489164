package dev.instant4j.local.service;

import dev.instant4j.local.service.QueryOptions.Order;
import dev.instant4j.local.service.QueryPart.Sorting;
import dev.instant4j.local.service.QueryPart.Sought;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.EntitySet;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what a query asks for before any data are read, and refuses what can't be asked. */
final class QueryPlanner {
    private static final UUID NO_ATTR = new UUID(0, 0);

    private final AppSchema schema;
    private final JsonObject query;
    private final boolean isAdmin;
    private final QueryFinder finder;
    private final QueryOrder order;

    QueryPlanner(UUID app, AppSchema schema, JsonObject query, boolean isAdmin) {
        this.schema = schema;
        this.query = query;
        this.isAdmin = isAdmin;
        this.finder = new QueryFinder(app, schema, query);
        this.order = new QueryOrder(schema, query);
    }

    List<QueryPart> plan() {
        List<QueryForm> forms = QueryReader.read(query);
        CoercedQuery.check(schema, forms);
        return forms.stream()
                .map(form ->
                        part(form, form.key(), null, schema.idAttr(form.key()).isPresent()))
                .toList();
    }

    private QueryPart part(QueryForm form, String etype, @Nullable LinkWay way, boolean isKnown) {
        refuseAggregate(form);
        if (!isKnown || !finder.isKnown(etype, form.options().where())) {
            return new QueryPart(form, way, null, List.of());
        }
        Sought sought = sought(form, etype, way == null);
        List<QueryPart> nested =
                form.nested().stream().map(inner -> nested(inner, etype)).toList();
        return new QueryPart(form, way, form.options().isAggregate() ? null : sought, nested);
    }

    private QueryPart nested(QueryForm form, String etype) {
        Optional<LinkWay> way = LinkWay.follow(schema, new AttrName(etype, form.key()));
        return way.map(found -> part(form, found.etype(), found, true))
                .orElseGet(() -> part(form, form.key(), null, false));
    }

    private Sought sought(QueryForm form, String etype, boolean isPaged) {
        QueryOptions options = form.options();
        Order given = options.order();
        boolean isOrdered = given != null || (isPaged && !options.page().isAll());
        UUID idAttr = schema.idAttr(etype).map(AttrRow::id).orElse(NO_ATTR);
        EntitySet wanted = finder.find(etype, options.where());
        if (!isOrdered) {
            return new Sought(etype, idAttr, wanted, QueryOrder.byAge(idAttr, false), null, null, Sorting.AS_FOUND);
        }
        Order asked = given == null ? new Order(Order.CREATED, false) : given;
        QueryOrder.Attr attr = order.attr(form, etype, asked);
        return new Sought(
                etype,
                idAttr,
                wanted,
                attr.order(),
                isPaged ? order.place(form, "after", attr, options.page().after()) : null,
                isPaged ? order.place(form, "before", attr, options.page().before()) : null,
                sorting(options, asked));
    }

    private static Sorting sorting(QueryOptions options, Order order) {
        List<String> fields = options.fields();
        boolean isShown = order.label().equals(Order.CREATED) || fields == null || fields.contains(order.label());
        if (isShown) {
            return Sorting.AS_FOUND;
        }
        return order.isDescending() ? Sorting.BY_ID_DESCENDING : Sorting.BY_ID;
    }

    private void refuseAggregate(QueryForm form) {
        if (!form.options().isAggregate()) {
            return;
        }
        if (!isAdmin) {
            throw aggregate(form, "admin?", "Aggregates are currently only available for admin queries.");
        }
        if (!form.nested().isEmpty()) {
            throw aggregate(form, "valid-query?", "You can not combine aggregates with child queries at this time.");
        }
    }

    private Refusal aggregate(QueryForm form, String expected, String message) {
        JsonObject error = new JsonObject()
                .put("expected", expected)
                .put("in", new JsonArray(QueryReader.add(QueryReader.add(form.path(), "$"), "aggregate")))
                .put("message", message);
        return Refusal.invalid("query", query, List.of(error));
    }
}
