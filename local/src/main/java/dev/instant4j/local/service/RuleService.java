package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.RuleRow;
import dev.instant4j.local.store.RuleStore.Version;
import dev.instant4j.local.store.Store;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and sets the rules of apps. Futures fail with {@link Refusal}. */
public final class RuleService {
    private static final int MAX_VERSIONS = 50;

    private final Store store;
    private final Access access;
    private final RuleWriter writer;

    RuleService(Store store, Access access, RuleWriter writer) {
        this.store = store;
        this.access = access;
        this.writer = writer;
    }

    /** Returns the rules; null if none were ever set. */
    public Future<JsonObject> get(UUID appId, Credential credential) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.READ);
            return new JsonObject().put("perms", writer.code(tx, app.id()));
        });
    }

    /** Returns the rules like {@link #get}, to those only who may also set them. */
    public Future<JsonObject> pull(UUID appId, Credential credential) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.WRITE);
            return new JsonObject().put("perms", writer.code(tx, app.id()));
        });
    }

    /** Sets the rules and returns their version; null for rules that are there already. */
    public Future<JsonObject> set(UUID appId, Credential credential, Params body) {
        return store.write(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.WRITE);
            JsonObject code = body.object("code");
            RuleWriter.validate(code, RuleWriter.RULE);
            @Nullable RuleRow rules = writer.set(tx, app.id(), code).orElse(null);
            return new JsonObject().put("rules", rules == null ? null : shown(app, rules));
        });
    }

    /** Returns what was changed, the newest change first; the first rules are no change. */
    public Future<JsonObject> versions(UUID appId, Credential credential) {
        return store.read(tx -> {
            AppRow app = access.managed(tx, appId, credential, Need.READ);
            List<JsonObject> versions = tx.rules().versions(app.id(), MAX_VERSIONS).stream()
                    .map(RuleService::shown)
                    .toList();
            return new JsonObject().put("versions", new JsonArray(versions));
        });
    }

    private static JsonObject shown(Version version) {
        return new JsonObject()
                .put("version", version.version())
                .put("edits", new JsonArray(version.edits()))
                .put("created_at", AttrJson.time(version.createdAt()));
    }

    private static JsonObject shown(AppRow app, RuleRow rules) {
        return new JsonObject()
                .put("app_id", app.id().toString())
                .put("code", new JsonObject(rules.code()))
                .put("version", rules.version());
    }
}
