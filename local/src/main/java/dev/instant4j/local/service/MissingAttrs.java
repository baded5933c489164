package dev.instant4j.local.service;

import dev.instant4j.model.AttrName;
import dev.instant4j.model.IdSource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the attrs that steps use and the schema lacks: they are made on the fly. */
final class MissingAttrs {
    private final AppSchema schema;
    private final IdSource ids;
    private final Map<AttrName, JsonObject> missing = new LinkedHashMap<>();

    private MissingAttrs(AppSchema schema, IdSource ids) {
        this.schema = schema;
        this.ids = ids;
    }

    /** Returns the missing attrs, ready to be added. */
    static Map<AttrName, JsonObject> of(AppSchema schema, List<EntityStep> steps, IdSource ids) {
        MissingAttrs found = new MissingAttrs(schema, ids);
        steps.forEach(found::lookups);
        steps.forEach(found::step);
        return found.missing;
    }

    private void lookups(EntityStep step) {
        if (step.kind() == EntityStep.Kind.RULEPARAMS) {
            return;
        }
        lookup(step.etype(), step.entity());
        if (step.kind() == EntityStep.Kind.LINK) {
            for (String label : step.values().fieldNames()) {
                AttrName name = new AttrName(step.etype(), label);
                targets(step.values().getValue(label)).stream()
                        .filter(EntityRef.Lookup.class::isInstance)
                        .forEach(target -> {
                            link(name, true);
                            lookup(linked(name), target);
                        });
            }
        }
    }

    private void step(EntityStep step) {
        if (step.kind() == EntityStep.Kind.RULEPARAMS || step.kind() == EntityStep.Kind.DELETE) {
            return;
        }
        blob(new AttrName(step.etype(), "id"), true, false);
        for (String label : step.values().fieldNames()) {
            AttrName name = new AttrName(step.etype(), label);
            if (step.kind().isLinking()) {
                link(name, false);
            } else {
                blob(name, false, false);
            }
        }
    }

    private void lookup(String etype, EntityRef entity) {
        if (entity instanceof EntityRef.Lookup lookup) {
            boolean isAttr = isKnown(new AttrName(etype, lookup.label()));
            String label = lookup.attrLabel(isAttr);
            if (label.equals(lookup.label())) {
                blob(new AttrName(etype, label), true, true);
            } else {
                link(new AttrName(etype, label), true);
            }
        }
    }

    private void blob(AttrName name, boolean isUnique, boolean isIndexed) {
        if (!isKnown(name)) {
            missing.put(name, attr(name, "blob", "one").put("unique?", isUnique).put("index?", isIndexed));
        }
    }

    /** @param isOfLookup whether it leads to an entity that is told by a value: then it leads to no other */
    private void link(AttrName name, boolean isOfLookup) {
        if (!isKnown(name)) {
            JsonArray reverse =
                    new JsonArray().add(ids.next().toString()).add(name.label()).add(name.entity());
            JsonObject attr = attr(name, "ref", isOfLookup ? "one" : "many").put("reverse-identity", reverse);
            missing.put(name, attr.put("unique?", isOfLookup).put("index?", isOfLookup));
        }
    }

    private boolean isKnown(AttrName name) {
        return missing.containsKey(name)
                || schema.forward(name).isPresent()
                || schema.reverse(name).isPresent();
    }

    private String linked(AttrName name) {
        return schema.forward(name)
                .flatMap(attr -> Optional.ofNullable(attr.reverse()))
                .or(() -> schema.reverse(name).map(attr -> attr.forward()))
                .map(ident -> ident.name().entity())
                .orElse(name.label());
    }

    private JsonObject attr(AttrName name, String valueType, String cardinality) {
        JsonArray identity =
                new JsonArray().add(ids.next().toString()).add(name.entity()).add(name.label());
        return new JsonObject()
                .put("id", ids.next().toString())
                .put("forward-identity", identity)
                .put("value-type", valueType)
                .put("cardinality", cardinality)
                .put("unique?", false)
                .put("index?", false);
    }

    private static List<EntityRef> targets(@Nullable Object json) {
        List<EntityRef> targets = new ArrayList<>();
        if (json instanceof JsonArray array) {
            array.forEach(element -> EntityRef.ofSubject(element).ifPresent(targets::add));
        } else {
            EntityRef.ofTarget(json).ifPresent(targets::add);
        }
        return targets;
    }
}
