package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Triple;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.Value;
import dev.instant4j.model.AttrName;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads data of apps: whole entities and what they are linked to. Futures fail with {@link Refusal}. */
public final class QueryService {
    private static final String OPTIONS = "$";

    private final Store store;
    private final Access access;
    private final SystemCatalog catalog;

    QueryService(Store store, Access access, SystemCatalog catalog) {
        this.store = store;
        this.access = access;
        this.catalog = catalog;
    }

    /** Answers the body's query with all rights. */
    public Future<JsonObject> query(UUID appId, Credential credential, Params body) {
        return store.read(tx -> {
            AppRow app = access.administered(tx, appId, credential, Scope.DATA_READ);
            AppStatus.mustAnswer(app);
            return new Reader(tx, app.id(), AppSchema.of(tx, catalog, app.id())).answer(body.object("query"));
        });
    }

    private record Reader(Tx tx, UUID app, AppSchema schema) {

        JsonObject answer(JsonObject query) {
            JsonObject answer = new JsonObject();
            for (Map.Entry<String, Object> form : query) {
                Optional<AttrRow> idAttr = schema.idAttr(form.getKey());
                List<UUID> entities = idAttr.stream()
                        .flatMap(attr -> tx.triples().under(app, attr.id()).stream())
                        .map(Triple::entity)
                        .toList();
                answer.put(form.getKey(), entities(form.getKey(), entities, nested(form.getValue())));
            }
            return answer;
        }

        private static JsonObject nested(Object form) {
            JsonObject nested = form instanceof JsonObject object ? object : new JsonObject();
            if (nested.containsKey(OPTIONS)) {
                throw Refusal.invalid("query", nested, "The embedded platform does not serve query options yet.");
            }
            return nested;
        }

        private JsonArray entities(String etype, List<UUID> entities, JsonObject nested) {
            return new JsonArray(entities.stream()
                    .map(entity -> entity(etype, entity, nested))
                    .toList());
        }

        private JsonObject entity(String etype, UUID entity, JsonObject nested) {
            JsonObject json = new JsonObject();
            for (Triple triple : tx.triples().of(app, entity)) {
                schema.byId(triple.attr())
                        .filter(attr -> attr.name().entity().equals(etype))
                        .filter(attr -> !attr.isLink() || attr.hasOne())
                        .ifPresent(attr ->
                                json.put(attr.name().label(), triple.value().json()));
            }
            for (Map.Entry<String, Object> form : nested) {
                AttrName name = new AttrName(etype, form.getKey());
                json.put(form.getKey(), linked(name, entity, nested(form.getValue())));
            }
            return json;
        }

        private JsonArray linked(AttrName name, UUID entity, JsonObject nested) {
            AttrRow forward = schema.forward(name).filter(AttrRow::isLink).orElse(null);
            if (forward != null && forward.reverse() != null) {
                List<UUID> targets = new ArrayList<>();
                tx.triples().of(app, entity, forward.id()).stream()
                        .map(triple -> triple.value().probe())
                        .filter(UUID.class::isInstance)
                        .forEach(target -> targets.add((UUID) target));
                return entities(forward.reverse().name().entity(), targets, nested);
            }
            AttrRow reverse = schema.reverse(name)
                    .orElseThrow(() -> Refusal.invalid("query", name.toString(), name + " is not a link"));
            List<UUID> sources = tx.triples().having(app, reverse.id(), Value.link(entity)).stream()
                    .map(Triple::entity)
                    .toList();
            return entities(reverse.name().entity(), sources, nested);
        }
    }
}
