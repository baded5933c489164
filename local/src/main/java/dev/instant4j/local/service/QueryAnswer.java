package dev.instant4j.local.service;

import dev.instant4j.local.store.Triple;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Answers one query as a tree of entities. */
final class QueryAnswer {
    private static final String ID = "id";

    private final EntityReader reader;
    private final Viewer viewer;
    private final QueryFinder finder;
    private final QueryOrder order;
    private final JsonObject query;
    private final boolean isInferring;
    private final Map<QueryForm, Optional<Set<UUID>>> found = new HashMap<>();

    /** @param isInferring whether a link that has one is shown as an object rather than a list */
    QueryAnswer(EntityReader reader, Viewer viewer, JsonObject query, boolean isInferring) {
        this.reader = reader;
        this.viewer = viewer;
        this.finder = new QueryFinder(reader, query);
        this.order = new QueryOrder(reader, query);
        this.query = query;
        this.isInferring = isInferring;
    }

    /** Returns the entities by namespace. */
    JsonObject json() {
        JsonObject json = new JsonObject();
        for (QueryForm form : QueryReader.read(query)) {
            json.put(form.key(), new JsonArray(top(form)));
        }
        return json;
    }

    private List<JsonObject> top(QueryForm form) {
        refuseAggregates(form);
        String etype = form.key();
        List<UUID> all = reader.schema().idAttr(etype).stream()
                .flatMap(idAttr -> reader.all(idAttr).stream())
                .map(Triple::entity)
                .toList();
        Optional<Set<UUID>> wanted = find(form, etype);
        boolean isNothing =
                reader.schema().idAttr(etype).isEmpty() || form.options().isAggregate();
        if (isNothing) {
            return List.of();
        }
        List<UUID> visible = all.stream()
                .filter(id -> wanted.isEmpty() || wanted.get().contains(id))
                .filter(id -> viewer.maySee(id, etype))
                .toList();
        List<UUID> sorted = order.sorted(form, etype, visible);
        return shown(form, etype, order.page(form, etype, sorted));
    }

    private void refuseAggregates(QueryForm form) {
        if (form.options().isAggregate() && !viewer.isAdmin()) {
            JsonObject error = new JsonObject()
                    .put("expected", "admin?")
                    .put("in", new JsonArray(form.path()).add("$").add("aggregate"))
                    .put("message", "Aggregates are currently only available for admin queries.");
            throw Refusal.invalid("query", query, List.of(error));
        }
        form.nested().forEach(this::refuseAggregates);
    }

    private Optional<Set<UUID>> find(QueryForm form, String etype) {
        return found.computeIfAbsent(
                form, asked -> finder.find(etype, asked.options().where()));
    }

    private List<JsonObject> shown(QueryForm form, String etype, List<UUID> entities) {
        List<JsonObject> shown = new ArrayList<>();
        for (UUID entity : entities) {
            viewer.see(entity, etype).ifPresent(json -> shown.add(entity(form, etype, entity, json)));
        }
        return shown;
    }

    private JsonObject entity(QueryForm form, String etype, UUID entity, JsonObject json) {
        List<String> fields = form.options().fields();
        if (fields != null) {
            json.fieldNames().removeIf(label -> !label.equals(ID) && !fields.contains(label));
        }
        for (QueryForm nested : form.nested()) {
            json.remove(nested.key());
            link(etype, nested).ifPresent(way -> put(json, nested, way, linked(nested, way, entity)));
        }
        return json;
    }

    private Optional<LinkWay> link(String etype, QueryForm nested) {
        return LinkWay.of(reader.schema(), new AttrName(etype, nested.key()));
    }

    private List<JsonObject> linked(QueryForm form, LinkWay way, UUID entity) {
        String etype = way.etype();
        Optional<Set<UUID>> wanted = find(form, etype);
        List<UUID> entities = reader.follow(way, entity).stream()
                .filter(id -> wanted.isEmpty() || wanted.get().contains(id))
                .toList();
        return shown(form, etype, order.sorted(form, etype, entities));
    }

    private void put(JsonObject json, QueryForm form, LinkWay way, List<JsonObject> linked) {
        if (!isInferring || !way.hasOne()) {
            json.put(form.key(), new JsonArray(linked));
        } else {
            json.put(form.key(), linked.isEmpty() ? null : linked.get(0));
        }
    }
}
