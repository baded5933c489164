package dev.instant4j.local.service;

import dev.instant4j.local.store.JobRow;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.JobType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that was asked for.
 *
 * @param row what it will be
 */
record JobInput(JobRow row) {
    private static final Set<String> CHECKED_TYPES = Set.of("string", "number", "boolean", "date");
    private static final String CHECKED_TYPE = "checked-data-type";

    /** Reads a step of a push; empty if the step asks for no job. */
    static Optional<JobInput> ofStep(JsonArray step, UUID app, UUID group, IdSource ids, long now) {
        Optional<JobType> type = JobTypes.ofWord(step.getString(0));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        JsonObject argument =
                step.size() > 1 && step.getValue(1) instanceof JsonObject object ? object : new JsonObject();
        UUID attr = argument.getValue("attr-id") instanceof String text
                ? Params.uuidIn(text).orElse(null)
                : null;
        if (attr == null) {
            throw Refusal.invalid("tx-steps", step, "`attr-id` must be a UUID");
        }
        return Optional.of(of(type.get(), attr, argument.getValue(CHECKED_TYPE), app, group, ids, now));
    }

    static JobInput of(
            JobType type,
            UUID attr,
            @Nullable Object checkedType,
            UUID app,
            @Nullable UUID group,
            IdSource ids,
            long now) {
        String checked = type == JobType.CHECK_DATA_TYPE ? checked(checkedType) : null;
        return new JobInput(new JobRow(
                ids.next(),
                app,
                group,
                attr,
                type,
                JobProgress.WAITING,
                JobStages.of(type).get(0),
                checked,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                now,
                null));
    }

    private static String checked(@Nullable Object type) {
        if (type instanceof String word && CHECKED_TYPES.contains(word)) {
            return word;
        }
        throw Refusal.invalid(CHECKED_TYPE, type, "The type must be string, number, boolean or date.");
    }

    /** Keeps the job, to be taken up later. */
    JobRow start(Tx tx, SystemCatalog catalog) {
        boolean exists = catalog.has(row.attrId())
                || tx.attrs().byId(row.appId(), row.attrId()).isPresent();
        if (!exists) {
            throw Refusal.of(
                    "record-foreign-key-invalid",
                    "Foreign Key Invalid: foreign-key-violation",
                    new JsonObject()
                            .put("table", "indexing_jobs")
                            .put("condition", "foreign-key-violation")
                            .put("constraint", "indexing_jobs_attr_id_fkey"));
        }
        tx.jobs().add(row);
        return row;
    }
}
