package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The backups of apps: this platform keeps none. Futures fail with {@link Refusal}. */
public final class BackupService {
    private static final String BACKUP = "app-backup";
    private static final String JOB = "app-backup-job";
    private static final String NONE =
            "The embedded platform keeps no backups. Copy its data directory while it is stopped.";

    private final Store store;
    private final Access access;

    BackupService(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** Returns no backups. */
    public Future<JsonObject> list(UUID app, Credential credential) {
        return answer(app, credential, Need.READ_DATA, "backups", new JsonArray());
    }

    /** Returns no jobs. */
    public Future<JsonObject> jobs(UUID app, Credential credential) {
        return answer(app, credential, Need.READ, "jobs", new JsonArray());
    }

    /** Returns null in place of a job. */
    public Future<JsonObject> job(UUID app, Credential credential) {
        return answer(app, credential, Need.READ, "job", null);
    }

    private Future<JsonObject> answer(UUID app, Credential credential, Need need, String key, @Nullable Object value) {
        return store.read(tx -> {
            access.managed(tx, app, credential, need);
            return new JsonObject().put(key, value);
        });
    }

    /** Fails: temporary apps are never backed up, and no others are here. */
    public Future<JsonObject> create(UUID appId, Credential credential, Params body) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.WRITE);
            body.optionalText("description");
            boolean isTemporary = TemporaryAppService.OWNER.equals(app.creatorId());
            throw Refusal.invalid(
                    JOB,
                    new JsonObject().put("app-id", appId.toString()),
                    isTemporary ? "Ephemeral apps can't be backed up." : NONE);
        });
    }

    /** Fails, as there is no backup to delete. */
    public Future<JsonObject> delete(UUID app, Credential credential, UUID backup) {
        return unknown(app, credential, Need.MANAGE, BACKUP, backup);
    }

    /** Fails, as there is no backup to read. */
    public Future<JsonObject> read(UUID app, Credential credential, UUID backup) {
        return unknown(app, credential, Need.READ_DATA, BACKUP, backup);
    }

    /** Fails, as there is no job to cancel. */
    public Future<JsonObject> cancel(UUID app, Credential credential, UUID job) {
        return unknown(app, credential, Need.WRITE, JOB, job);
    }

    private Future<JsonObject> unknown(UUID app, Credential credential, Need need, String recordType, UUID id) {
        return store.read(tx -> {
            access.managed(tx, app, credential, need);
            throw Refusal.recordOfAppNotFound(recordType, app, "id", id);
        });
    }
}
