package dev.instant4j.local.service;

import dev.instant4j.local.service.EntityStep.Kind;
import dev.instant4j.local.store.AttrRow;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refuses to make entities that exist, and to change those that must exist and don't. */
final class ExistenceCheck {
    private static final String ID = "id";

    private final Tx tx;
    private final UUID app;
    private final AppSchema schema;
    private final EntityResolver resolver;

    ExistenceCheck(Tx tx, UUID app, AppSchema schema, EntityResolver resolver) {
        this.tx = tx;
        this.app = app;
        this.schema = schema;
        this.resolver = resolver;
    }

    void check(List<EntityStep> steps) {
        Found existing = new Found("create");
        Found unknown = new Found("update");
        for (EntityStep step : steps) {
            boolean isStrict = step.kind().isWriting() && Boolean.FALSE.equals(step.upsert());
            if (step.kind() == Kind.CREATE && exists(step)) {
                existing.add(step);
            } else if (step.kind() != Kind.CREATE && isStrict && !exists(step)) {
                unknown.add(step);
            }
        }
        existing.refuse("Creating entities that exist: ");
        unknown.refuse("Updating entities that don't exist: ");
    }

    private boolean exists(EntityStep step) {
        return schema.idAttr(step.etype())
                .map(AttrRow::id)
                .flatMap(idAttr -> resolver.find(step.entity(), step.etype())
                        .filter(entity -> !tx.triples().of(app, entity, idAttr).isEmpty()))
                .isPresent();
    }

    /** What is refused: an entity counts once for each value and once for its id, as on the real platform. */
    private final class Found {
        private final JsonObject mode;
        private final JsonArray triples = new JsonArray();
        private final List<String> names = new ArrayList<>();

        private Found(String mode) {
            this.mode = new JsonObject().put("mode", mode);
        }

        private void add(EntityStep step) {
            Object entity = entity(step);
            add(step, TripleStep.ADDING, entity, ID, entity);
            String word = step.kind() == Kind.MERGE ? TripleStep.MERGING : TripleStep.ADDING;
            step.values().forEach(value -> {
                if (!value.getKey().equals(ID)) {
                    add(step, word, entity, value.getKey(), value.getValue());
                }
            });
        }

        private void add(EntityStep step, String word, Object entity, String label, @Nullable Object value) {
            String attr = schema.forward(new AttrName(step.etype(), label))
                    .map(found -> found.id().toString())
                    .orElse(null);
            names.add(entity instanceof JsonArray pair ? printed(pair) : String.valueOf(entity));
            triples.add(
                    new JsonArray().add(word).add(entity).add(attr).add(value).add(mode));
        }

        private Object entity(EntityStep step) {
            if (step.entity() instanceof EntityRef.Id known) {
                return known.id().toString();
            }
            EntityRef.Lookup lookup = (EntityRef.Lookup) step.entity();
            String attr = resolver.attr(lookup, step.etype()).id().toString();
            return new JsonArray().add(attr).add(lookup.value());
        }

        private void refuse(String message) {
            if (!names.isEmpty()) {
                throw Refusal.invalid("tx-step", triples, message + String.join(", ", names));
            }
        }
    }

    private static String printed(JsonArray pair) {
        return "[#uuid \"" + pair.getValue(0) + "\" " + Json.encode(pair.getValue(1)) + "]";
    }
}
