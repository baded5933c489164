package dev.instant4j.local.service;

import dev.instant4j.local.store.AppRow;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** Writes data of apps. Futures fail with {@link Refusal}; then nothing was written. */
public final class TransactService {
    private final Store store;
    private final Access access;
    private final SystemCatalog catalog;
    private final IdSource ids;

    TransactService(Store store, Access access, SystemCatalog catalog, IdSource ids) {
        this.store = store;
        this.access = access;
        this.catalog = catalog;
        this.ids = ids;
    }

    /** Carries out the body's steps with all rights and returns the transaction's number. */
    public Future<JsonObject> transact(UUID appId, Credential credential, Params body) {
        return store.write(tx -> {
            AppRow app = access.administered(tx, appId, credential, Scope.DATA_WRITE);
            AppStatus.mustAcceptWrites(app);
            return transact(tx, app, body);
        });
    }

    private JsonObject transact(Tx tx, AppRow app, Params body) {
        boolean mayAddAttrs = !body.isTrue("throw-on-missing-attrs?");
        new Transaction(tx, app.id(), catalog, ids).run(body.list("steps"), mayAddAttrs);
        return new JsonObject().put("tx-id", tx.apps().newTransaction(app.id(), tx.now()));
    }
}
