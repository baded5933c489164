package dev.instant4j.local.service;

import dev.instant4j.local.store.OriginStore.OriginRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Where users of apps may come from when they sign in. Futures fail with {@link Refusal}. */
public final class OriginService {
    private final Store store;
    private final Access access;
    private final IdSource ids;

    OriginService(Store store, Access access, IdSource ids) {
        this.store = store;
        this.access = access;
        this.ids = ids;
    }

    /** Adds the body's origin to an app. */
    public Future<JsonObject> add(UUID app, Credential credential, Params body) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.WRITE);
            String service = body.text("service");
            List<String> params = OriginInput.params(app, service, body);
            OriginRow origin = new OriginRow(ids.next(), service, params, tx.now());
            tx.origins().add(app, origin);
            return new JsonObject().put("origin", LoginJson.origin(origin));
        });
    }

    /** Removes an origin and returns what it was. */
    public Future<JsonObject> remove(UUID app, Credential credential, UUID id) {
        return store.write(tx -> {
            access.managed(tx, app, credential, Need.WRITE);
            OriginRow origin = tx.origins()
                    .byId(app, id)
                    .orElseThrow(() -> Refusal.recordOfAppNotFound("app-authorized-redirect-origin", app, "id", id));
            tx.origins().remove(id);
            return new JsonObject().put("origin", LoginJson.origin(origin));
        });
    }

    static JsonArray list(List<OriginRow> origins) {
        return new JsonArray(origins.stream().map(LoginJson::origin).toList());
    }
}
