package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.client.internal.Timers;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AttrId;
import dev.instant4j.model.DataType;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.JobId;
import dev.instant4j.model.JobType;
import dev.instant4j.wire.JobJson;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Background jobs of an app. */
public final class JobsApi {
    private final Requests requests;
    private final Timers timers;

    JobsApi(Requests requests, Timers timers) {
        this.requests = requests;
        this.timers = timers;
    }

    /**
     * Reads the jobs that one push has started, in no order ({@code GET /dash/apps/:id/indexing-jobs/group/:id}). Empty
     * if the group is not known.
     */
    public Future<List<Job>> group(AppId app, JobGroupId group) {
        return requests.send(() -> Call.get("read the jobs of app " + app, jobs(app) + "/group/" + group))
                .map(JobJson::decodeAll);
    }

    /** Reads a job, if there is such a one ({@code GET /dash/apps/:id/indexing-jobs/:id}). */
    public Future<Optional<Job>> get(AppId app, JobId job) {
        return requests.send(() -> Call.get("read a job of app " + app, jobs(app) + "/" + job))
                .map(JobJson::decodeOne);
    }

    /**
     * Starts a job outside of any push ({@code POST /dash/apps/:id/indexing-jobs}). Safe to repeat: jobs that have nothing
     * to do complete.
     *
     * @param type any but {@link JobType#CHECK_DATA_TYPE}
     */
    public Future<Job> start(AppId app, AttrId attr, JobType type) {
        return requests.send(() -> Call.post("start a job of app " + app, jobs(app))
                        .body(JobJson.start(attr, type))
                        .repeatable())
                .map(answer -> JobJson.decode(answer.member("job")));
    }

    /** Starts a job that checks the type of all values of an attr and enforces it, like {@link #start}. */
    public Future<Job> startTypeCheck(AppId app, AttrId attr, DataType type) {
        return requests.send(() -> Call.post("start a job of app " + app, jobs(app))
                        .body(JobJson.startTypeCheck(attr, type))
                        .repeatable())
                .map(answer -> JobJson.decode(answer.member("job")));
    }

    /**
     * Waits until all jobs of a group have come to an end: asks at once, then in growing intervals of 100 ms to 10 s,
     * which shrink again when something moves. Four passing failures in a row are forgiven. There is no limit to the time
     * it takes; the jobs go on when the future fails.
     *
     * @param progress is told after each answer, on the caller's context; what it throws fails the future
     * @return all jobs, each completed or errored: an errored job does not fail the future
     */
    public Future<List<Job>> await(AppId app, JobGroupId group, Consumer<? super JobProgress> progress) {
        return polling(app, group, progress).start();
    }

    JobPolling polling(AppId app, JobGroupId group, Consumer<? super JobProgress> progress) {
        return new JobPolling(timers, () -> group(app, group), progress);
    }

    private static String jobs(AppId app) {
        return "/dash/apps/" + app + "/indexing-jobs";
    }
}
