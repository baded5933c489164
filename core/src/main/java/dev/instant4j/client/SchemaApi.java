package dev.instant4j.client;

import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.client.internal.Timers;
import dev.instant4j.model.AdditivePlan;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Attrs;
import dev.instant4j.model.DeletedAttrs;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Step;
import dev.instant4j.model.StoredAttr;
import dev.instant4j.wire.AttrJson;
import dev.instant4j.wire.JobJson;
import dev.instant4j.wire.PlanJson;
import dev.instant4j.wire.ShownSchemaJson;
import dev.instant4j.wire.StepJson;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The schema of an app. */
public final class SchemaApi {
    private final Requests requests;
    private final Timers timers;

    SchemaApi(Requests requests, Timers timers) {
        this.requests = requests;
        this.timers = timers;
    }

    /** Reads all attrs of an app, those of the system catalog included ({@code GET /dash/apps/:id/schema/pull}). */
    public Future<Attrs> pull(AppId app) {
        return requests.send(() -> Call.get("read the schema of app " + app, dash(app) + "/schema/pull"))
                .map(answer -> AttrJson.decodeAll(answer.member("attrs")));
    }

    /**
     * Reads all attrs like {@link #pull}, as soon as no background job works on them any more: asks in intervals of 100 ms
     * to 5 s. Closing the client ends the wait.
     *
     * @param patience how long to wait in all; what is found after that may still have {@link Attrs#busy} ones
     * @param progress is told what jobs work on, on the caller's context; what it throws fails the future
     */
    public Future<Attrs> pullSettled(AppId app, Duration patience, Consumer<? super List<StoredAttr>> progress) {
        return new Settling(timers, () -> pull(app), progress).within(patience);
    }

    /**
     * Reads the attrs that are not hidden ({@code GET /superadmin/apps/:id/schema}). Of the system catalog that is what
     * apps use; {@code $files.url} is shown as required although it is not.
     */
    public Future<Attrs> visible(AppId app) {
        return requests.send(() -> Call.get("read the schema of app " + app, superadmin(app) + "/schema"))
                .map(answer -> ShownSchemaJson.decode(answer.member("schema")));
    }

    /** Reads what a definition would say of the app's own attrs, as {@link Attrs#toSchema} tells. */
    public Future<Schema> definition(AppId app) {
        return visible(app).map(Attrs::toSchema);
    }

    /**
     * Asks the platform what it would do to make an app store all that a definition says
     * ({@code POST /superadmin/apps/:id/schema/push/plan}). Changes nothing.
     */
    public Future<AdditivePlan> plan(AppId app, Schema desired) {
        return requests.send(() -> Call.post("plan the schema of app " + app, superadmin(app) + "/schema/push/plan")
                        .body(PlanJson.request(desired))
                        .repeatable())
                .map(PlanJson::decode);
    }

    /**
     * Makes an app store all that a definition says, and waits for the jobs that this takes
     * ({@code POST /superadmin/apps/:id/schema/push/apply}). Never deletes or renames anything. Safe to repeat; after a
     * lost answer the outcome tells of the jobs that were still missing by then.
     *
     * @return what tells of the progress, at once
     */
    public SchemaPush push(AppId app, Schema desired) {
        Future<Optional<JobGroupId>> applied = requests.send(
                        () -> Call.post("push the schema of app " + app, superadmin(app) + "/schema/push/apply")
                                .body(PlanJson.request(desired))
                                .repeatable())
                .map(JobJson::startedGroup);
        return new SchemaPush(app, applied, new JobsApi(requests, timers));
    }

    /** Applies steps like {@link #applySteps} and waits for the jobs that they start. */
    public SchemaPush pushSteps(AppId app, List<? extends Step> steps) {
        return new SchemaPush(app, applySteps(app, steps), new JobsApi(requests, timers));
    }

    /**
     * Applies steps, in one transaction as far as they are not jobs, and starts the jobs
     * ({@code POST /dash/apps/:id/schema/steps/apply}). When it fails with an
     * {@link dev.instant4j.error.ApiException}, nothing of the transaction has happened, or all of it and a job could not
     * be started. When no answer arrives, the schema is read back, and only what is missing is sent again; if that fails
     * too, steps may have happened, all or none of the transaction.
     *
     * @return the group of the jobs that were started, as soon as they are; empty if there are none. After a lost answer
     *     these are only the jobs that had to be asked for again
     */
    public Future<Optional<JobGroupId>> applySteps(AppId app, List<? extends Step> steps) {
        return new StepsApplication(timers, missing -> send(app, missing), () -> pull(app)).run(List.copyOf(steps));
    }

    /** Reads which attrs were deleted a short while ago ({@code GET /dash/apps/:id/soft_deleted_attrs}). */
    public Future<DeletedAttrs> deletedAttrs(AppId app) {
        return requests.send(() -> Call.get("read the deleted attrs of app " + app, dash(app) + "/soft_deleted_attrs"))
                .map(PlanJson::deletedAttrs);
    }

    private Future<Optional<JobGroupId>> send(AppId app, List<Step> steps) {
        return requests.send(() -> Call.post("change the schema of app " + app, dash(app) + "/schema/steps/apply")
                        .body(StepJson.applyRequest(steps)))
                .map(JobJson::startedGroup);
    }

    private static String superadmin(AppId app) {
        return "/superadmin/apps/" + app;
    }

    private static String dash(AppId app) {
        return "/dash/apps/" + app;
    }
}
