package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.Step;
import dev.instant4j.wire.AttrJson;
import dev.instant4j.wire.JobJson;
import dev.instant4j.wire.StepJson;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The schema of an app. */
public final class SchemaApi {
    private final Requests requests;

    SchemaApi(Requests requests) {
        this.requests = requests;
    }

    /**
     * Reads all attrs of an app, those of the system catalog included ({@code GET /dash/apps/:id/schema/pull}). Changes
     * nothing.
     */
    public Future<Attrs> pull(AppId app) {
        return requests.send(() -> Call.get("read the schema of app " + app, "/dash/apps/" + app + "/schema/pull"))
                .map(answer -> AttrJson.decodeAll(answer.member("attrs")));
    }

    /**
     * Applies steps, in one transaction as far as they are not jobs, and starts the jobs
     * ({@code POST /dash/apps/:id/schema/steps/apply}). When it fails with an
     * {@link dev.instant4j.error.ApiException}, nothing of the transaction has happened, or all of it and a job could not
     * be started. After a {@link dev.instant4j.error.TransportException} that says so it may have happened: read the
     * schema.
     *
     * @return the group of the jobs that were started, as soon as they are; empty if there are none
     */
    public Future<Optional<JobGroupId>> applySteps(AppId app, List<? extends Step> steps) {
        return requests.send(
                        () -> Call.post("change the schema of app " + app, "/dash/apps/" + app + "/schema/steps/apply")
                                .body(StepJson.applyRequest(steps)))
                .map(JobJson::startedGroup);
    }
}
