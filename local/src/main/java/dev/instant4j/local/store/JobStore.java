package dev.instant4j.local.store;

import dev.instant4j.model.JobType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Background jobs. */
public final class JobStore {
    private final Sql sql;

    JobStore(Sql sql) {
        this.sql = sql;
    }

    public void add(JobRow job) {
        sql.update(
                "INSERT INTO jobs (id, app_id, group_id, attr_id, type, status, stage, checked_data_type,"
                        + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.appId(),
                job.groupId(),
                job.attrId(),
                job.type().name(),
                job.status(),
                job.stage(),
                job.checkedDataType(),
                job.createdAt(),
                job.updatedAt());
    }

    /** Keeps how far a job is; what it is stays. */
    public void update(JobRow job) {
        sql.update(
                "UPDATE jobs SET status = ?, stage = ?, work_estimate = ?, work_completed = ?, error = ?,"
                        + " error_data = ?, invalid_unique_value = ?, invalid_entity_id = ?, updated_at = ?,"
                        + " done_at = ? WHERE id = ?",
                job.status(),
                job.stage(),
                job.workEstimate(),
                job.workCompleted(),
                job.error(),
                job.errorData(),
                job.invalidUniqueValue(),
                job.invalidEntityId(),
                job.updatedAt(),
                job.doneAt(),
                job.id());
    }

    public Optional<JobRow> byId(UUID app, UUID id) {
        return sql.first("SELECT * FROM jobs WHERE app_id = ? AND id = ?", JobStore::job, app, id);
    }

    public List<JobRow> group(UUID app, UUID group) {
        return sql.list("SELECT * FROM jobs WHERE app_id = ? AND group_id = ? ORDER BY seq", JobStore::job, app, group);
    }

    /** Returns the job to go on with: the oldest that is not finished. */
    public Optional<JobRow> nextUnfinished() {
        return sql.first(
                "SELECT * FROM jobs WHERE status IN ('waiting', 'processing') ORDER BY seq LIMIT 1", JobStore::job);
    }

    private static JobRow job(Row row) throws SQLException {
        return new JobRow(
                row.uuid("id"),
                row.uuid("app_id"),
                row.uuidOrNull("group_id"),
                row.uuid("attr_id"),
                JobType.valueOf(row.text("type")),
                row.text("status"),
                row.text("stage"),
                row.textOrNull("checked_data_type"),
                row.numberOrNull("work_estimate"),
                row.numberOrNull("work_completed"),
                row.textOrNull("error"),
                row.textOrNull("error_data"),
                row.textOrNull("invalid_unique_value"),
                row.uuidOrNull("invalid_entity_id"),
                row.number("created_at"),
                row.number("updated_at"),
                row.numberOrNull("done_at"));
    }
}
