package dev.instant4j.local.service;

import dev.instant4j.local.service.AdditivePlan.Options;
import dev.instant4j.local.service.SchemaWriter.Applied;
import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads and changes the schemas of apps. Futures fail with {@link Refusal}. */
public final class SchemaService {
    private static final int GRACE_PERIOD_DAYS = 2;

    private final Store store;
    private final Access access;
    private final SystemCatalog catalog;
    private final SchemaWriter writer;
    private final JobRunner runner;

    SchemaService(Store store, Access access, SystemCatalog catalog, SchemaWriter writer, JobRunner runner) {
        this.store = store;
        this.access = access;
        this.catalog = catalog;
        this.writer = writer;
        this.runner = runner;
    }

    /** Returns the visible schema of an app. */
    public Future<JsonObject> get(UUID appId, Credential credential) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.READ);
            return new JsonObject().put("schema", schema(tx, app).schemaJson());
        });
    }

    /** Returns the visible schema of an app to those who administer its data. */
    public Future<JsonObject> getAsAdmin(UUID appId, Credential credential) {
        return store.read(tx -> {
            AppRow app = access.administered(tx, appId, credential, Scope.APPS_READ);
            return new JsonObject().put("schema", schema(tx, app).plainSchemaJson());
        });
    }

    /** Returns the visible schema, all attrs and the title of an app. */
    public Future<JsonObject> pull(UUID appId, Credential credential) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.READ);
            AppSchema schema = schema(tx, app);
            return new JsonObject()
                    .put("schema", schema.schemaJson())
                    .put("attrs", schema.attrsJson())
                    .put("app-title", app.title());
        });
    }

    /** Returns the steps that would add what the body's definition has and the app lacks. */
    public Future<JsonObject> plan(UUID appId, Credential credential, Params body) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.READ);
            AppSchema current = schema(tx, app);
            Definition wanted = Definition.read(body.body().getValue("schema"), catalog);
            List<JsonArray> steps = writer.plan(current, wanted, options(body));
            return planned(current, wanted).put("steps", new JsonArray(steps));
        });
    }

    /** Plans and applies in one go. */
    public Future<JsonObject> push(UUID appId, Credential credential, Params body) {
        return settled(store.write(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.WRITE);
            AppSchema current = schema(tx, app);
            Definition wanted = Definition.read(body.body().getValue("schema"), catalog);
            Applied applied = writer.apply(tx, app, writer.plan(current, wanted, options(body)));
            return new Applied(planned(current, wanted).mergeIn(applied.answer()), applied.jobRefusal());
        }));
    }

    /** Applies the body's steps as they are. */
    public Future<JsonObject> applySteps(UUID appId, Credential credential, Params body) {
        return settled(store.write(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.WRITE);
            return writer.apply(tx, app, steps(body.list("steps")));
        }));
    }

    /** Returns the deleted attrs that are not forgotten yet. */
    public Future<JsonObject> softDeleted(UUID appId, Credential credential) {
        return store.read(tx -> deleted(tx, access.managed(tx, appId, credential, Need.READ)));
    }

    /** Like {@link #softDeleted}, for those who administer the data of an app. */
    public Future<JsonObject> softDeletedAsAdmin(UUID appId, Credential credential) {
        return store.read(tx -> deleted(tx, access.administered(tx, appId, credential, Scope.DATA_READ)));
    }

    private static JsonObject deleted(Tx tx, AppRow app) {
        List<JsonObject> attrs =
                tx.attrs().deleted(app.id()).stream().map(AttrJson::of).toList();
        return new JsonObject().put("attrs", new JsonArray(attrs)).put("grace-period-days", GRACE_PERIOD_DAYS);
    }

    private AppSchema schema(Tx tx, AppRow app) {
        return AppSchema.of(tx, catalog, app.id());
    }

    private Future<JsonObject> settled(Future<Applied> applied) {
        return applied.map(Applied::orRefuse).onComplete(done -> runner.wake());
    }

    private static Options options(Params body) {
        return new Options(body.isTrue("check_types"), body.isTrue("supports_background_updates"));
    }

    private static JsonObject planned(AppSchema current, Definition wanted) {
        return new JsonObject()
                .put("new-schema", wanted.newSchema())
                .put("current-schema", current.schemaJson())
                .put("current-attrs", current.attrsJson());
    }

    private static List<JsonArray> steps(JsonArray list) {
        List<JsonArray> steps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.getValue(i) instanceof JsonArray step)) {
                JsonObject error = new JsonObject().put("expected", "coll?").put("in", new JsonArray().add(i));
                throw Refusal.invalid("tx-steps", list, List.of(error));
            }
            if (step.isEmpty() || !(step.getValue(0) instanceof String)) {
                JsonObject error = new JsonObject()
                        .put("message", "A step must begin with its type.")
                        .put("in", new JsonArray().add(i));
                throw Refusal.invalid("tx-steps", list, List.of(error));
            }
            steps.add(step);
        }
        return steps;
    }
}
