package dev.instant4j.local.service;

import dev.instant4j.local.service.Actors.Actor;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.model.IdSource;
import dev.instant4j.rules.CompiledRules;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes data of apps. Futures fail with {@link Refusal}; then nothing was written. */
public final class TransactService {
    private final Store store;
    private final Actors actors;
    private final RuleBook ruleBook;
    private final SystemCatalog catalog;
    private final IdSource ids;

    TransactService(Store store, Actors actors, RuleBook ruleBook, SystemCatalog catalog, IdSource ids) {
        this.store = store;
        this.actors = actors;
        this.ruleBook = ruleBook;
        this.catalog = catalog;
        this.ids = ids;
    }

    /** Carries out the body's steps as far as the one who asks may, and returns the transaction's number. */
    public Future<JsonObject> transact(DataRequest request) {
        return store.write(tx -> {
            Actor actor = actors.actor(tx, request, Scope.DATA_WRITE);
            AppStatus.mustAcceptWrites(actor.app());
            CompiledRules rules = actor.isAdmin() ? null : ruleBook.rules(tx, request.app());
            run(tx, request, actor, guard(tx, request, actor, rules, false));
            return new JsonObject().put("tx-id", number(tx, actor));
        });
    }

    /**
     * Tells what each rule says to the body's steps, under the rules of the body if it has some. Keeps what was
     * written only if the body asks for it and all rules agree.
     */
    public Future<JsonObject> test(DataRequest request) {
        return store.write(tx -> {
            Actor actor = actors.tested(tx, request, Scope.DATA_WRITE);
            AppStatus.mustAcceptWrites(actor.app());
            CompiledRules rules = ruleBook.tested(tx, request);
            JsonObject result = tx.rehearse(() -> tested(tx, request, actor, rules));
            boolean isKept = request.body().isTrue("dangerously-commit-tx") && result.getBoolean("all-checks-ok?");
            if (isKept) {
                run(tx, request, actor, guard(tx, request, actor, rules, false));
            }
            return result.put("committed?", isKept).put("tx-id", number(tx, actor));
        });
    }

    private JsonObject tested(Tx tx, DataRequest request, Actor actor, CompiledRules rules) {
        WriteGuard guard = new WriteGuard(rules, check(tx, request, actor, true), true);
        run(tx, request, actor, guard);
        return new JsonObject().put("all-checks-ok?", guard.isGranted()).put("check-results", guard.results());
    }

    private @Nullable WriteGuard guard(
            Tx tx, DataRequest request, Actor actor, @Nullable CompiledRules rules, boolean isTest) {
        return rules == null ? null : new WriteGuard(rules, check(tx, request, actor, isTest), isTest);
    }

    private RuleCheck check(Tx tx, DataRequest request, Actor actor, boolean isTest) {
        return new RuleCheck(ruleBook.context(tx, request, actor, new JsonObject()), isTest);
    }

    private void run(Tx tx, DataRequest request, Actor actor, @Nullable WriteGuard guard) {
        boolean mayAddAttrs = !request.body().isTrue("throw-on-missing-attrs?");
        new Transaction(tx, actor.app().id(), catalog, ids, guard)
                .run(request.body().list("steps"), mayAddAttrs);
    }

    /** A test uses up a number like a transaction does. */
    private static long number(Tx tx, Actor actor) {
        return tx.apps().newTransaction(actor.app().id(), tx.now());
    }
}
