package dev.instant4j.wire;

import dev.instant4j.model.AttrId;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.JobId;
import dev.instant4j.model.JobType;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Background jobs as a platform shows them, when they are started and when they are asked for. */
public final class JobJson {

    private JobJson() {}

    /** Returns the group of the jobs that an answer to applied steps says to have started, if any. */
    public static Optional<JobGroupId> startedGroup(JsonCursor applied) {
        return applied.optional("indexing-jobs")
                .map(jobs -> new JobGroupId(jobs.member("group-id").uuid()));
    }

    /** Returns the jobs of an answer that lists some. */
    public static List<Job> decodeAll(JsonCursor answer) {
        return answer.member("jobs").elements(JobJson::decode);
    }

    /** Returns the job of an answer; there is none if it is empty. */
    public static Optional<Job> decodeOne(JsonCursor answer) {
        return answer.optional("job").filter(job -> !job.object().isEmpty()).map(JobJson::decode);
    }

    /** Returns the request that starts a job. */
    public static JsonObject start(AttrId attr, JobType type) {
        return new JsonObject().put("attr-id", attr.toString()).put("job-type", Words.of(type));
    }

    /** Returns the request that starts a check of types. */
    public static JsonObject startTypeCheck(AttrId attr, DataType type) {
        return start(attr, JobType.CHECK_DATA_TYPE).put("checked-data-type", Words.of(type));
    }

    /** Returns the job that a platform shows. */
    public static Job decode(JsonCursor job) {
        return new Job(
                new JobId(job.member("id").uuid()),
                new AttrId(job.member("attr_id").uuid()),
                job.optional("attr_name").map(JsonCursor::text).orElse(null),
                job.member("job_type").word(JobType.class),
                job.member("job_status").word(Job.State.class),
                job.optional("work_estimate").map(JsonCursor::number).orElse(0L),
                job.optional("work_completed").map(JsonCursor::number).orElse(0L),
                job.member("updated_at").text(),
                job.optional("error").map(error -> failure(job, error)).orElse(null));
    }

    private static Job.Failure failure(JsonCursor job, JsonCursor error) {
        return new Job.Failure(
                error.text(),
                samples(job, "invalid_triples_sample", JobJson::sample)
                        .or(() -> job.optional("error_data")
                                .flatMap(missing -> samples(missing, "entity-ids", JobJson::withoutValue)))
                        .orElse(List.of()));
    }

    private static Optional<List<Job.Sample>> samples(
            JsonCursor json, String key, Function<JsonCursor, Job.Sample> decode) {
        return json.optional(key).map(found -> found.elements(decode));
    }

    private static Job.Sample sample(JsonCursor triple) {
        return new Job.Sample(
                triple.member("entity_id").text(), triple.member("value").json());
    }

    private static Job.Sample withoutValue(JsonCursor entityId) {
        return new Job.Sample(entityId.text(), "null");
    }
}
