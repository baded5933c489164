package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.JobRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.JobType;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Shows background jobs and starts single ones. Futures fail with {@link Refusal}. */
public final class JobService {
    private final Store store;
    private final Access access;
    private final SystemCatalog catalog;
    private final IdSource ids;
    private final JobRunner runner;

    JobService(Store store, Access access, SystemCatalog catalog, IdSource ids, JobRunner runner) {
        this.store = store;
        this.access = access;
        this.catalog = catalog;
        this.ids = ids;
        this.runner = runner;
    }

    /** Returns the jobs of one push; none if there is no such push. */
    public Future<JsonObject> group(UUID appId, Credential credential, UUID group) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.WRITE);
            List<JsonObject> jobs = tx.jobs().group(app.id(), group).stream()
                    .map(job -> JobJson.full(tx, catalog, job))
                    .toList();
            return new JsonObject().put("jobs", new JsonArray(jobs));
        });
    }

    /** Returns one job; an empty object if there is none of that id. */
    public Future<JsonObject> get(UUID appId, Credential credential, UUID id) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.READ);
            JsonObject job = tx.jobs()
                    .byId(app.id(), id)
                    .map(row -> JobJson.full(tx, catalog, row))
                    .orElseGet(JsonObject::new);
            return new JsonObject().put("job", job);
        });
    }

    /** Starts one job on an existing attr. */
    public Future<JsonObject> start(UUID appId, Credential credential, Params body) {
        return store.write(tx -> {
                    AppRow app = access.managed(tx, appId, credential, Need.WRITE);
                    UUID attr = body.uuid("attr-id");
                    String word = body.text("job-type");
                    JobType type = JobTypes.ofWord(word)
                            .orElseThrow(() -> Refusal.invalid("job-type", word, "Invalid job type " + word + "."));
                    if (AppSchema.of(tx, catalog, app.id()).byId(attr).isEmpty()) {
                        throw Refusal.recordNotFound("attrs", new JsonObject().put("attr-id", attr.toString()));
                    }
                    Object checkedType = body.body().getValue("checked-data-type");
                    JobRow job = JobInput.of(type, attr, checkedType, app.id(), null, ids, tx.now())
                            .start(tx, catalog);
                    return new JsonObject().put("job", JobJson.made(job));
                })
                .onSuccess(started -> runner.wake());
    }
}
