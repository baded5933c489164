package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.wire.JobJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;

/** Background jobs of an app. */
public final class JobsApi {
    private final Vertx vertx;
    private final Requests requests;

    JobsApi(Vertx vertx, Requests requests) {
        this.vertx = vertx;
        this.requests = requests;
    }

    /**
     * Reads the jobs that one push has started, in no order ({@code GET /dash/apps/:id/indexing-jobs/group/:id}). Empty
     * if the group is not known.
     */
    public Future<List<Job>> group(AppId app, JobGroupId group) {
        return requests.send(() ->
                        Call.get("read the jobs of app " + app, "/dash/apps/" + app + "/indexing-jobs/group/" + group))
                .map(JobJson::decodeAll);
    }

    /**
     * Waits until all jobs of a group have come to an end: asks at once, then in growing intervals of 100 ms to 10 s,
     * which shrink again when something moves. Four failures to get an answer in a row are forgiven. There is no limit
     * to the time it takes; the jobs go on when the future fails.
     *
     * @param progress is told after each answer, on the caller's context; what it throws fails the future
     * @return all jobs, each completed or errored: an errored job does not fail the future
     */
    public Future<List<Job>> await(AppId app, JobGroupId group, Consumer<? super JobProgress> progress) {
        return new JobPolling(vertx, () -> group(app, group), progress).start();
    }
}
