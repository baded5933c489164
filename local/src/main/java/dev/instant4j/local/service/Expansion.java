package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes steps about entities apart into the smallest changes. */
final class Expansion {
    private static final String ID = "id";

    private final AppSchema schema;

    Expansion(AppSchema schema) {
        this.schema = schema;
    }

    /** Returns the changes in order; the schema must have all attrs that are used. */
    List<TripleStep> of(EntityStep step) {
        return switch (step.kind()) {
            case UPDATE, CREATE, MERGE -> writing(step);
            case LINK, UNLINK -> linking(step);
            case DELETE -> List.of(new TripleStep.Delete(step.entity(), step.etype()));
            case RULEPARAMS -> List.of();
        };
    }

    private List<TripleStep> writing(EntityStep step) {
        List<TripleStep> changes = new ArrayList<>();
        changes.add(addId(step));
        for (Map.Entry<String, Object> entry : step.values()) {
            if (!entry.getKey().equals(ID)) {
                changes.add(write(step, entry.getKey(), entry.getValue()));
            }
        }
        return changes;
    }

    private TripleStep write(EntityStep step, String label, @Nullable Object value) {
        AttrName name = new AttrName(step.etype(), label);
        Optional<AttrRow> attr = schema.forward(name);
        if (attr.isEmpty()) {
            return new TripleStep.AddReverse(step.entity(), reverse(name), value);
        }
        return step.kind() == EntityStep.Kind.MERGE
                ? new TripleStep.Merge(step.entity(), attr.get(), value)
                : new TripleStep.Add(step.entity(), attr.get(), value);
    }

    private List<TripleStep> linking(EntityStep step) {
        List<TripleStep> changes = new ArrayList<>();
        if (step.entity() instanceof EntityRef.Lookup) {
            changes.add(addId(step));
        }
        for (Map.Entry<String, Object> entry : step.values()) {
            AttrName name = new AttrName(step.etype(), entry.getKey());
            for (Object target : targets(entry.getValue())) {
                changes.add(link(step, name, target));
            }
        }
        return changes;
    }

    private TripleStep link(EntityStep step, AttrName name, @Nullable Object target) {
        boolean isAdded = step.kind() == EntityStep.Kind.LINK;
        Optional<AttrRow> forward = schema.forward(name);
        if (forward.isPresent()) {
            return isAdded
                    ? new TripleStep.Add(step.entity(), forward.get(), target)
                    : new TripleStep.Retract(step.entity(), forward.get(), target);
        }
        return isAdded
                ? new TripleStep.AddReverse(step.entity(), reverse(name), target)
                : new TripleStep.RetractReverse(step.entity(), reverse(name), target);
    }

    private TripleStep addId(EntityStep step) {
        return new TripleStep.AddId(
                step.entity(), schema.idAttr(step.etype()).orElseThrow(() -> unknown(new AttrName(step.etype(), ID))));
    }

    private AttrRow reverse(AttrName name) {
        return schema.reverse(name).orElseThrow(() -> unknown(name));
    }

    private static IllegalStateException unknown(AttrName name) {
        return new IllegalStateException(name + " should have been added.");
    }

    /** In a list a pair is a lookup; elsewhere it is a list itself. */
    private static @Nullable Object unpaired(@Nullable Object target) {
        return target instanceof JsonArray pair && pair.size() == 2
                ? new JsonObject().put(String.valueOf(pair.getValue(0)), pair.getValue(1))
                : target;
    }

    private static List<@Nullable Object> targets(@Nullable Object json) {
        List<@Nullable Object> targets = new ArrayList<>();
        if (json instanceof JsonArray array) {
            array.forEach(target -> targets.add(unpaired(target)));
        } else {
            targets.add(json);
        }
        return targets;
    }
}
