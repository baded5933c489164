package dev.instant4j.client;

import dev.instant4j.admin.Actor;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.QueryCheck;
import dev.instant4j.admin.Transaction;
import dev.instant4j.admin.TransactionCheck;
import dev.instant4j.admin.TransactionId;
import dev.instant4j.admin.Write;
import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Loop;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Token;
import dev.instant4j.wire.WriteJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The data of one app. Takes the app's admin token, or a token of the user whose personal app it is. Acts as admin, to
 * whom rules don't apply, unless told to act {@linkplain #as as someone else}.
 */
public final class AdminClient {
    private final Requests requests;
    private final AppId app;
    private final Actor actor;

    AdminClient(Requests requests, AppId app, Actor actor) {
        this.requests = requests;
        this.app = app;
        this.actor = actor;
    }

    /** Returns a client of the same app that reads and writes in someone's name. */
    public AdminClient as(Actor newActor) {
        return new AdminClient(requests, app, newActor);
    }

    /** Returns what can be done with the users of the app. */
    public AppUsersApi users() {
        return new AppUsersApi(requests, app);
    }

    /** Returns what can be done with the files of the app. */
    public AppFilesApi files() {
        return new AppFilesApi(requests, app);
    }

    /**
     * Asks a query ({@code POST /admin/query}). Changes nothing.
     *
     * @return for each namespace of the query a list of entities; unknown ones are empty lists
     */
    public Future<JsonObject> query(Query query) {
        return requests.send(() -> acting(Call.post("query app " + app, "/admin/query"))
                        .body(WriteJson.query(query))
                        .repeatable())
                .map(answer -> answer.object());
    }

    /**
     * Does a transaction ({@code POST /admin/transact}). Repeated by itself after a lost answer if it is
     * {@linkplain Transaction#isRepeatable repeatable}; otherwise it may have happened when no answer arrives.
     *
     * @return its number; fails with {@link dev.instant4j.error.ApiException} if any part of it is refused, and then none
     *     has happened
     */
    public Future<TransactionId> transact(Transaction transaction) {
        return requests.send(() -> transaction("write data of app " + app, "/admin/transact", transaction))
                .map(WriteJson::done);
    }

    /** Does a transaction of these writes, which makes attrs that are missing. */
    public Future<TransactionId> transact(Write... writes) {
        return transact(Transaction.of(writes));
    }

    /**
     * Does many writes in several transactions, one after the other, each like {@link #transact(Transaction)}. When one
     * fails, those before it have happened and those after it have not.
     *
     * @param size the most writes of one transaction, at least 1
     * @param progress is told after each transaction how many writes are done
     */
    public Future<Void> transactInBatches(List<? extends Write> writes, int size, Consumer<? super Integer> progress) {
        if (size < 1) {
            return Future.failedFuture(
                    new IllegalArgumentException("A batch needs at least one write, not " + size + "."));
        }
        List<Write> all = List.copyOf(writes);
        AtomicInteger done = new AtomicInteger();
        return Loop.until(() -> batch(all, done, size, progress)).mapEmpty();
    }

    /**
     * Asks what rules make of a query in the name of this client's actor ({@code POST /admin/query_perms_check}). Changes
     * nothing.
     *
     * @return fails with {@link dev.instant4j.error.ApiException} if the actor is the admin, to whom rules don't apply
     */
    public Future<QueryCheck> check(Query query) {
        return requests.send(() -> checkedQuery(WriteJson.query(query))).map(WriteJson::checkedQuery);
    }

    /** Like {@link #check(Query)}, under other rules than those that hold. */
    public Future<QueryCheck> check(Query query, Rules rules) {
        return requests.send(() -> checkedQuery(WriteJson.under(rules, WriteJson.query(query))))
                .map(WriteJson::checkedQuery);
    }

    /**
     * Asks what rules make of a transaction in the name of this client's actor
     * ({@code POST /admin/transact_perms_check}). Changes nothing.
     *
     * @return fails with {@link dev.instant4j.error.ApiException} if the actor is the admin, to whom rules don't apply
     */
    public Future<TransactionCheck> check(Transaction transaction) {
        return requests.send(() -> checkedTransaction(WriteJson.transaction(transaction)))
                .map(WriteJson::checkedTransaction);
    }

    /** Like {@link #check(Transaction)}, under other rules than those that hold. */
    public Future<TransactionCheck> check(Transaction transaction, Rules rules) {
        return requests.send(() -> checkedTransaction(WriteJson.under(rules, WriteJson.transaction(transaction))))
                .map(WriteJson::checkedTransaction);
    }

    private Future<Optional<Boolean>> batch(
            List<Write> writes, AtomicInteger done, int size, Consumer<? super Integer> progress) {
        int start = done.get();
        if (start >= writes.size()) {
            return Future.succeededFuture(Optional.of(true));
        }
        int end = Math.min(start + size, writes.size());
        return transact(Transaction.of(writes.subList(start, end))).map(written -> {
            done.set(end);
            progress.accept(end);
            return Optional.empty();
        });
    }

    private Call transaction(String operation, String path, Transaction transaction) {
        Call call = acting(Call.post(operation, path)).body(WriteJson.transaction(transaction));
        return transaction.isRepeatable() ? call.repeatable() : call;
    }

    private Call checkedQuery(JsonObject request) {
        return acting(Call.post("check a query of app " + app, "/admin/query_perms_check"))
                .body(request)
                .repeatable();
    }

    private Call checkedTransaction(JsonObject request) {
        return acting(Call.post("check a transaction of app " + app, "/admin/transact_perms_check"))
                .body(request)
                .repeatable();
    }

    private Call acting(Call call) {
        Call about = call.header("app-id", app.toString());
        return actor.match(new Actor.Cases<>() {
            @Override
            public Call admin() {
                return about;
            }

            @Override
            public Call guest() {
                return about.header("as-guest", "true");
            }

            @Override
            public Call email(String email) {
                return about.header("as-email", email);
            }

            @Override
            public Call bearer(Token token) {
                return about.header("as-token", token.reveal()).secret(token);
            }
        });
    }
}
