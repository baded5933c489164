package dev.instant4j.wire;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.QueryCheck;
import dev.instant4j.admin.RuleCheck;
import dev.instant4j.admin.Target;
import dev.instant4j.admin.Transaction;
import dev.instant4j.admin.TransactionCheck;
import dev.instant4j.admin.TransactionId;
import dev.instant4j.admin.Write;
import dev.instant4j.model.Rules;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Queries and transactions as {@code /admin} takes them, and what it answers. */
public final class WriteJson {

    private WriteJson() {}

    /** Returns the request that asks a query. */
    public static JsonObject query(Query query) {
        JsonObject instaql = query.instaql().copy();
        if (!query.ruleParams().isEmpty()) {
            instaql.put("$$ruleParams", query.ruleParams());
        }
        JsonObject request = new JsonObject().put("query", instaql);
        return query.followsOneAsObject() ? request.put("inference?", true) : request;
    }

    /** Returns the request that does a transaction. */
    public static JsonObject transaction(Transaction transaction) {
        JsonArray steps = new JsonArray();
        transaction.writes().forEach(write -> steps.add(write.match(new Steps())));
        JsonObject request = new JsonObject().put("steps", steps);
        return transaction.isStrict() ? request.put("throw-on-missing-attrs?", true) : request;
    }

    /** Returns a request to be checked against other rules than those that hold. */
    public static JsonObject under(Rules rules, JsonObject request) {
        return request.put("rules-override", RulesJson.encode(rules));
    }

    /** Returns the number of the transaction that was done. */
    public static TransactionId done(JsonCursor answer) {
        return new TransactionId(answer.member("tx-id").number());
    }

    /** Returns what rules make of a query. */
    public static QueryCheck checkedQuery(JsonCursor answer) {
        return new QueryCheck(
                answer.member("check-results").elements(WriteJson::checkedEntity),
                answer.member("result").object());
    }

    /** Returns what rules make of a transaction. */
    public static TransactionCheck checkedTransaction(JsonCursor answer) {
        return new TransactionCheck(
                answer.member("check-results").elements(WriteJson::checkedWrite),
                answer.member("all-checks-ok?").bool());
    }

    private static RuleCheck checkedEntity(JsonCursor check) {
        return new RuleCheck(
                check.member("entity").text(),
                check.member("id").text(),
                "view",
                code(check),
                check.member("check").json(),
                check.member("check").json().equals("true"));
    }

    private static RuleCheck checkedWrite(JsonCursor check) {
        return new RuleCheck(
                check.member("etype").text(),
                check.member("eid").text(),
                check.member("action").text(),
                code(check),
                check.optional("check-result").map(JsonCursor::json).orElse("null"),
                check.member("check-pass?").bool());
    }

    private static String code(JsonCursor check) {
        return check.optional("program")
                .flatMap(program -> program.optional("code"))
                .map(JsonCursor::expression)
                .orElse("");
    }

    private static JsonArray values(String word, Write write, JsonObject values, boolean createsMissing) {
        JsonArray step = begun(word, write).add(values);
        return createsMissing ? step : step.add(new JsonObject().put("upsert", false));
    }

    private static JsonArray links(String word, Write write, String label, List<Target> others) {
        JsonArray targets = new JsonArray();
        others.forEach(other -> targets.add(target(other)));
        return begun(word, write).add(new JsonObject().put(label, targets));
    }

    private static JsonArray begun(String word, Write write) {
        return new JsonArray().add(word).add(write.entity()).add(target(write.target()));
    }

    private static Object target(Target target) {
        return target.<Object>match(EntityId::toString, lookup -> new JsonObject().put(lookup.attr(), lookup.value()));
    }

    private static final class Steps implements Write.Cases<JsonArray> {

        @Override
        public JsonArray update(Write.Update write) {
            return values("update", write, write.values(), write.createsMissing());
        }

        @Override
        public JsonArray create(Write.Create write) {
            return values("create", write, write.values(), true);
        }

        @Override
        public JsonArray merge(Write.Merge write) {
            return values("merge", write, write.values(), write.createsMissing());
        }

        @Override
        public JsonArray link(Write.Link write) {
            return links("link", write, write.label(), write.others());
        }

        @Override
        public JsonArray unlink(Write.Unlink write) {
            return links("unlink", write, write.label(), write.others());
        }

        @Override
        public JsonArray delete(Write.Delete write) {
            return begun("delete", write);
        }

        @Override
        public JsonArray ruleParams(Write.RuleParams write) {
            return values("ruleParams", write, write.params(), true);
        }
    }
}
