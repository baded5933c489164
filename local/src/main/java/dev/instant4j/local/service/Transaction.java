package dev.instant4j.local.service;

import dev.instant4j.local.service.EntityStep.Kind;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.AttrName;
import dev.instant4j.model.IdSource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out the steps of one transaction: changes of one kind together, kinds in order of appearance. */
final class Transaction {
    private final Tx tx;
    private final UUID app;
    private final SystemCatalog catalog;
    private final IdSource ids;
    private final @Nullable WriteGuard guard;
    private final List<JsonObject> newAttrs = new ArrayList<>();

    /** @param guard holds it to rules; null: all is allowed */
    Transaction(Tx tx, UUID app, SystemCatalog catalog, IdSource ids, @Nullable WriteGuard guard) {
        this.tx = tx;
        this.app = app;
        this.catalog = catalog;
        this.ids = ids;
        this.guard = guard;
    }

    /**
     * Runs all steps and checks what they leave behind.
     *
     * @throws Refusal if they can't be carried out; what was written must not be kept
     */
    void run(JsonArray steps, boolean mayAddAttrs) {
        NullBytes.refuse(steps);
        List<EntityStep> entitySteps = new ArrayList<>();
        Map<String, List<Object>> schemaSteps = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.getValue(i) instanceof JsonArray step && EntityStep.isSchemaStep(step)) {
                StepShape.check(steps, i);
                schemaSteps
                        .computeIfAbsent(step.getString(0), none -> new ArrayList<>())
                        .add(step.getValue(1));
            } else {
                entitySteps.add(EntityStep.read(steps, i));
            }
        }
        schemaSteps.forEach(this::changeSchema);
        AppSchema schema = complete(steps, entitySteps, mayAddAttrs);
        entities(schema, entitySteps);
    }

    private void changeSchema(String type, List<Object> arguments) {
        if (guard != null && !type.equals("add-attr")) {
            throw Refusal.permissionDenied(new JsonArray().add("attrs").add(type), "admin?");
        }
        arguments.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .forEach(newAttrs::add);
        switch (type) {
            case "add-attr" -> new AttrAdditions(tx, app, catalog).run(arguments);
            case "update-attr" -> new AttrUpdates(tx, app, catalog).run(arguments);
            default -> new AttrDeletions(tx, app, catalog).run(arguments);
        }
    }

    private AppSchema complete(JsonArray said, List<EntityStep> steps, boolean mayAddAttrs) {
        AppSchema schema = AppSchema.of(tx, catalog, app);
        Map<AttrName, JsonObject> missing = MissingAttrs.of(schema, steps, ids);
        if (missing.isEmpty()) {
            return schema;
        }
        if (!mayAddAttrs) {
            List<String> names =
                    missing.keySet().stream().map(AttrName::toString).toList();
            JsonObject error = new JsonObject()
                    .put("message", "Attributes are missing in your schema")
                    .put("hint", new JsonObject().put("attributes", new JsonArray(names)));
            throw Refusal.invalid("steps", said, List.of(error));
        }
        newAttrs.addAll(missing.values());
        new AttrAdditions(tx, app, catalog).run(List.copyOf(missing.values()));
        return AppSchema.of(tx, catalog, app);
    }

    private void entities(AppSchema schema, List<EntityStep> steps) {
        EntityResolver resolver = new EntityResolver(tx, app, schema, ids);
        EntityReader reader = new EntityReader(tx, app, schema);
        new ExistenceCheck(tx, app, schema, resolver).check(steps);
        List<List<TripleStep>> groups = grouped(schema, steps);
        SystemWrites system = new SystemWrites(reader, resolver, guard == null);
        groups.forEach(group -> group.forEach(system::check));
        if (guard == null) {
            write(schema, resolver, groups).end();
            return;
        }
        Map<Touched.Entity, JsonObject> ruleParams = ruleParams(resolver, steps);
        Rehearsals rehearsals = new Rehearsals(tx, reader, touched -> writer(schema, resolver, touched));
        Rehearsal rehearsal = rehearsals.of(groups);
        guard.before(reader, rehearsal, ruleParams);
        Written written = write(schema, resolver, groups);
        guard.after(reader, rehearsal, written.touched().changes(), ruleParams, newAttrs);
        written.end();
    }

    private Written write(AppSchema schema, EntityResolver resolver, List<List<TripleStep>> groups) {
        Touched touched = new Touched();
        TransactCheck check = new TransactCheck(tx, app, schema, touched);
        TripleWriter writer = writer(schema, resolver, touched);
        for (List<TripleStep> group : groups) {
            group.forEach(step -> step.run(writer));
            check.uniqueness();
        }
        return new Written(touched, check);
    }

    private TripleWriter writer(AppSchema schema, EntityResolver resolver, Touched touched) {
        return new TripleWriter(tx, app, schema, resolver, touched);
    }

    /** What was written, and the checks that are still to come. */
    private record Written(Touched touched, TransactCheck check) {

        void end() {
            check.fillIndexed();
            check.required();
        }
    }

    private static Map<Touched.Entity, JsonObject> ruleParams(EntityResolver resolver, List<EntityStep> steps) {
        Map<Touched.Entity, JsonObject> params = new LinkedHashMap<>();
        for (EntityStep step : steps) {
            if (step.kind() == Kind.RULEPARAMS) {
                resolver.find(step.entity(), step.etype())
                        .map(id -> new Touched.Entity(id, step.etype()))
                        .ifPresent(entity -> params.merge(
                                entity,
                                step.values(),
                                (first, then) -> first.copy().mergeIn(then)));
            }
        }
        return params;
    }

    private static List<List<TripleStep>> grouped(AppSchema schema, List<EntityStep> steps) {
        Expansion expansion = new Expansion(schema);
        Map<String, List<TripleStep>> groups = new LinkedHashMap<>();
        for (EntityStep step : steps) {
            for (TripleStep change : expansion.of(step)) {
                groups.computeIfAbsent(change.group(), none -> new ArrayList<>())
                        .add(change);
            }
        }
        return List.copyOf(groups.values());
    }
}
