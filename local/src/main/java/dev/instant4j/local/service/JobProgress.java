package dev.instant4j.local.service;

import dev.instant4j.local.store.JobRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a job goes on after a stage. */
final class JobProgress {
    static final String WAITING = "waiting";
    static final String PROCESSING = "processing";
    static final String COMPLETED = "completed";
    static final String ERRORED = "errored";

    private JobProgress() {}

    /** Returns the job after its stage went well: in the next stage, or completed. */
    static JobRow advanced(JobRow job, StageResult result, long now) {
        List<String> stages = JobStages.of(job.type());
        int next = stages.indexOf(job.stage()) + 1;
        boolean isDone = next == stages.size();
        return new JobRow(
                job.id(),
                job.appId(),
                job.groupId(),
                job.attrId(),
                job.type(),
                isDone ? COMPLETED : PROCESSING,
                isDone ? job.stage() : stages.get(next),
                job.checkedDataType(),
                sum(job.workEstimate(), result.estimated()),
                sum(job.workCompleted(), result.worked()),
                null,
                null,
                null,
                null,
                job.createdAt(),
                now,
                isDone ? Long.valueOf(now) : null);
    }

    /** Returns the job after its stage failed: it stays there. */
    static JobRow failed(JobRow job, JobFailure failure, long now) {
        return new JobRow(
                job.id(),
                job.appId(),
                job.groupId(),
                job.attrId(),
                job.type(),
                ERRORED,
                job.stage(),
                job.checkedDataType(),
                job.workEstimate(),
                job.workCompleted(),
                failure.error(),
                failure.data(),
                failure.uniqueValue(),
                failure.entity(),
                job.createdAt(),
                now,
                null);
    }

    private static @Nullable Long sum(@Nullable Long before, long more) {
        return more == 0 ? before : Long.valueOf(more + (before == null ? 0 : before));
    }
}
