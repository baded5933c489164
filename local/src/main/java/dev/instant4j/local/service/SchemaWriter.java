package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.JobRow;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applies steps to the schema of an app: attrs at once, constraints of existing attrs by jobs. */
final class SchemaWriter {
    private static final Set<String> AT_ONCE = Set.of("add-attr", "update-attr", "delete-attr");

    private final SystemCatalog catalog;
    private final IdSource ids;

    SchemaWriter(SystemCatalog catalog, IdSource ids) {
        this.catalog = catalog;
        this.ids = ids;
    }

    /**
     * What was applied.
     *
     * @param answer the keys {@code transaction}, {@code steps} and {@code indexing-jobs}
     * @param jobRefusal why a job was not started; what was done before it stays
     */
    record Applied(JsonObject answer, @Nullable Refusal jobRefusal) {

        /** Returns the answer, now that what was done is kept. */
        JsonObject orRefuse() {
            if (jobRefusal != null) {
                throw jobRefusal;
            }
            return answer;
        }
    }

    /** Returns the steps that add what a definition has and the app lacks, if they are possible. */
    List<JsonArray> plan(AppSchema current, Definition wanted, AdditivePlan.Options options) {
        List<JsonArray> steps = AdditivePlan.between(current, wanted, options, ids);
        PlanCheck.pass(current, steps);
        return steps;
    }

    /** Adds what a definition, given as JSON, has and the app lacks. */
    Applied add(Tx tx, AppRow app, @Nullable Object definition, AdditivePlan.Options options) {
        AppSchema current = AppSchema.of(tx, catalog, app.id());
        return apply(tx, app, plan(current, Definition.read(definition, catalog), options));
    }

    /** Applies steps: first those that change attrs, grouped by kind in order of appearance, then the jobs. */
    Applied apply(Tx tx, AppRow app, List<JsonArray> steps) {
        JsonObject transaction = transaction(tx, app, steps);
        List<JsonArray> told = new ArrayList<>();
        List<JobRow> jobs = new ArrayList<>();
        UUID group = ids.next();
        Refusal refusal = null;
        for (JsonArray step : steps) {
            try {
                Optional<JobRow> job =
                        JobInput.ofStep(step, app.id(), group, ids, tx.now()).map(input -> input.start(tx, catalog));
                job.ifPresent(jobs::add);
                told.add(job.map(row -> withJob(step, row)).orElse(step));
            } catch (Refusal refused) {
                refusal = refused;
                break;
            }
        }
        JsonObject answer = new JsonObject()
                .put("transaction", transaction)
                .put("steps", new JsonArray(told))
                .put("indexing-jobs", jobs.isEmpty() ? null : group(group, jobs));
        return new Applied(answer, refusal);
    }

    private JsonObject transaction(Tx tx, AppRow app, List<JsonArray> steps) {
        Map<String, List<Object>> groups = new LinkedHashMap<>();
        for (JsonArray step : steps) {
            if (step.getValue(0) instanceof String type && AT_ONCE.contains(type)) {
                Object argument = step.size() > 1 ? step.getValue(1) : null;
                groups.computeIfAbsent(type, none -> new ArrayList<>()).add(argument);
            }
        }
        if (groups.isEmpty()) {
            return new JsonObject();
        }
        AppStatus.mustAcceptWrites(app);
        long id = tx.apps().newTransaction(app.id(), tx.now());
        JsonObject results = new JsonObject();
        groups.forEach((type, arguments) -> results.put(type, run(tx, app.id(), type, arguments)));
        return new JsonObject()
                .put("id", id)
                .put("app_id", app.id().toString())
                .put("created_at", AttrJson.time(tx.now()))
                .put("results", results);
    }

    private Object run(Tx tx, UUID app, String type, List<Object> arguments) {
        return switch (type) {
            case "add-attr" -> new AttrAdditions(tx, app, catalog).run(arguments);
            case "update-attr" -> new AttrUpdates(tx, app, catalog).run(arguments);
            default -> new AttrDeletions(tx, app, catalog).run(arguments);
        };
    }

    private static JsonArray withJob(JsonArray step, JobRow job) {
        JsonObject argument =
                step.getJsonObject(1).copy().put("job-id", job.id().toString());
        return new JsonArray().add(step.getString(0)).add(argument);
    }

    private static JsonObject group(UUID group, List<JobRow> jobs) {
        return new JsonObject()
                .put("group-id", group.toString())
                .put("jobs", new JsonArray(jobs.stream().map(JobJson::raw).toList()));
    }
}
