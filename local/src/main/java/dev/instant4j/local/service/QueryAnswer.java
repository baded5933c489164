package dev.instant4j.local.service;

import dev.instant4j.local.service.QueryOptions.Page;
import dev.instant4j.local.service.QueryPart.Sorting;
import dev.instant4j.local.service.QueryPart.Sought;
import dev.instant4j.local.store.EntityList;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers one query as a tree of entities. */
final class QueryAnswer {
    private static final String ID = "id";
    private static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

    private final EntityReader reader;
    private final Viewer viewer;
    private final boolean isInferring;

    /** @param isInferring whether a link that has one is shown as an object rather than a list */
    QueryAnswer(EntityReader reader, Viewer viewer, boolean isInferring) {
        this.reader = reader;
        this.viewer = viewer;
        this.isInferring = isInferring;
    }

    /** Returns the entities by namespace. */
    JsonObject json(JsonObject query) {
        JsonObject json = new JsonObject();
        List<QueryPart> parts = new QueryPlanner(reader.app(), reader.schema(), query, viewer.isAdmin()).plan();
        for (QueryPart part : parts) {
            json.put(part.form().key(), new JsonArray(top(part)));
        }
        return json;
    }

    private List<JsonObject> top(QueryPart part) {
        Sought sought = part.sought();
        return sought == null
                ? List.of()
                : shown(part, sought, page(part.form().options().page(), sought));
    }

    /** The database counts off a page, unless rules hide some of what it counts. */
    private List<UUID> page(Page page, Sought sought) {
        EntityList.Order order = page.isFromEnd() ? sought.order().reversed() : sought.order();
        EntityList list = new EntityList(
                new EntityList.OfType(reader.app(), sought.idAttr()),
                sought.wanted(),
                order,
                page.isFromEnd() ? sought.before() : sought.after(),
                page.isFromEnd() ? sought.after() : sought.before(),
                viewer.isAdmin() ? page.limit() : null,
                viewer.isAdmin() ? page.offset() : 0);
        List<UUID> found = new ArrayList<>(reader.ids(list));
        List<UUID> taken = viewer.isAdmin() ? found : visible(page, sought, found);
        if (page.isFromEnd()) {
            Collections.reverse(taken);
        }
        return taken;
    }

    private List<UUID> visible(Page page, Sought sought, List<UUID> found) {
        Stream<UUID> visible =
                found.stream().filter(id -> viewer.maySee(id, sought.etype())).skip(page.offset());
        return new ArrayList<>((page.limit() == null ? visible : visible.limit(page.limit())).toList());
    }

    private List<JsonObject> shown(QueryPart part, Sought sought, List<UUID> entities) {
        List<JsonObject> shown = new ArrayList<>();
        for (UUID entity : sorted(sought.sorting(), entities)) {
            viewer.see(entity, sought.etype()).ifPresent(json -> shown.add(entity(part, entity, json)));
        }
        return shown;
    }

    private static List<UUID> sorted(Sorting sorting, List<UUID> entities) {
        return switch (sorting) {
            case AS_FOUND -> entities;
            case BY_ID -> entities.stream().sorted(BY_ID).toList();
            case BY_ID_DESCENDING -> entities.stream().sorted(BY_ID.reversed()).toList();
        };
    }

    private JsonObject entity(QueryPart part, UUID entity, JsonObject json) {
        List<String> fields = part.form().options().fields();
        if (fields != null) {
            json.fieldNames().removeIf(label -> !label.equals(ID) && !fields.contains(label));
        }
        for (QueryPart nested : part.nested()) {
            json.put(nested.form().key(), linked(nested, entity));
        }
        return json;
    }

    private @Nullable Object linked(QueryPart part, UUID entity) {
        LinkWay way = part.way();
        Sought sought = part.sought();
        List<JsonObject> linked = way == null || sought == null ? List.of() : linked(part, way, sought, entity);
        if (isInferring && way != null && way.hasOne()) {
            return linked.isEmpty() ? null : linked.get(0);
        }
        return new JsonArray(linked);
    }

    private List<JsonObject> linked(QueryPart part, LinkWay way, Sought sought, UUID entity) {
        EntityList list = new EntityList(
                new EntityList.Linked(reader.app(), entity, way.attr().id(), way.isForward()),
                sought.wanted(),
                sought.order(),
                null,
                null,
                null,
                0);
        return shown(part, sought, reader.ids(list));
    }
}
