package dev.instant4j.local.service;

import dev.instant4j.local.store.AttrRow;
import dev.instant4j.model.AttrName;
import io.vertx.core.json.JsonArray;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refuses changes to entities that the platform keeps itself. */
final class SystemWrites {
    private static final String DIRECTLY = " You aren't allowed to ";
    private static final AttrName PATH = new AttrName("$files", "path");
    private static final Set<String> CLOSED_TO_ADMINS = Set.of("$files", "$streams");

    private final EntityReader reader;
    private final EntityResolver resolver;
    private final boolean isAdmin;

    SystemWrites(EntityReader reader, EntityResolver resolver, boolean isAdmin) {
        this.reader = reader;
        this.resolver = resolver;
        this.isAdmin = isAdmin;
    }

    /** Refuses a step that writes, makes or deletes what it may not. */
    void check(TripleStep step) {
        if (step instanceof TripleStep.Add add) {
            value(step, add.entity(), add.attr(), add.value());
        } else if (step instanceof TripleStep.Merge merge) {
            value(step, merge.entity(), merge.attr(), merge.value());
        } else if (step instanceof TripleStep.Retract retract) {
            value(step, retract.entity(), retract.attr(), retract.value());
        } else if (step instanceof TripleStep.AddId added) {
            creation(added);
        } else if (step instanceof TripleStep.Delete deleted) {
            deletion(deleted);
        }
    }

    private void value(TripleStep step, EntityRef entity, AttrRow attr, @Nullable Object value) {
        String etype = attr.name().entity();
        boolean isClosed = !isAdmin || CLOSED_TO_ADMINS.contains(etype);
        if (isClosed && reader.schema().isSystem(attr) && !attr.name().equals(PATH)) {
            throw Refusal.invalid(
                    "tx-step",
                    input(step, entity, etype)
                            .add(attr.id().toString())
                            .add(value)
                            .addNull(),
                    attr.name() + " is a system column." + DIRECTLY + "change this directly.");
        }
    }

    private void creation(TripleStep.AddId step) {
        String etype = step.attr().name().entity();
        boolean isOpen = isAdmin || !etype.startsWith("$") || etype.equals("$files");
        if (!isOpen && !exists(step.entity(), etype)) {
            String message = etype + " is a system entity." + DIRECTLY + "create this directly.";
            throw Refusal.invalid("tx-step", input(step, step.entity(), etype), message);
        }
    }

    private void deletion(TripleStep.Delete step) {
        boolean isOpen =
                isAdmin || !step.etype().startsWith("$") || step.etype().equals("$files");
        if (!isOpen) {
            String message = step.etype() + " is a system entity." + DIRECTLY + "delete this directly.";
            throw Refusal.invalid(
                    "tx-step", input(step, step.entity(), step.etype()).add(step.etype()), message);
        }
    }

    private boolean exists(EntityRef entity, String etype) {
        return resolver.find(entity, etype)
                .filter(id -> reader.exists(id, etype))
                .isPresent();
    }

    private JsonArray input(TripleStep step, EntityRef entity, String etype) {
        String id = resolver.find(entity, etype).map(UUID::toString).orElse(null);
        return new JsonArray().add(step.group()).add(id);
    }
}
