package dev.instant4j.local.service;

import dev.instant4j.local.service.Actors.Actor;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.rules.CompiledRules;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Reads data of apps. Futures fail with {@link Refusal}. */
public final class QueryService {
    private static final String RULE_PARAMS = "$$ruleParams";

    private final Store store;
    private final Actors actors;
    private final RuleBook ruleBook;

    QueryService(Store store, Actors actors, RuleBook ruleBook) {
        this.store = store;
        this.actors = actors;
        this.ruleBook = ruleBook;
    }

    /** Answers the body's query with what the one who asks may see. */
    public Future<JsonObject> query(DataRequest request) {
        return store.read(tx -> {
            Actor actor = actors.actor(tx, request, Scope.DATA_READ);
            AppStatus.mustAnswer(actor.app());
            CompiledRules rules = actor.isAdmin() ? null : ruleBook.rules(tx, request.app());
            return new Asked(tx, request, actor).answer(rules, false).json();
        });
    }

    /** Answers like {@link #query} under the rules of the body, if it has some, and tells what each rule said. */
    public Future<JsonObject> test(DataRequest request) {
        return store.read(tx -> {
            Actor actor = actors.tested(tx, request, Scope.DATA_READ);
            AppStatus.mustAnswer(actor.app());
            Asked asked = new Asked(tx, request, actor);
            Answer answer = asked.answer(ruleBook.tested(tx, request), true);
            return new JsonObject()
                    .put("check-results", answer.viewer().results())
                    .put("result", answer.json())
                    .put("rule-wheres", null);
        });
    }

    private record Answer(Viewer viewer, JsonObject json) {}

    private final class Asked {
        private final Tx tx;
        private final DataRequest request;
        private final Actor actor;

        private Asked(Tx tx, DataRequest request, Actor actor) {
            this.tx = tx;
            this.request = request;
            this.actor = actor;
        }

        private Answer answer(@Nullable CompiledRules rules, boolean isTest) {
            JsonObject query = request.body().object("query");
            JsonObject params = query.getValue(RULE_PARAMS) instanceof JsonObject given ? given : new JsonObject();
            EntityReader reader = new EntityReader(tx, actor.app().id(), actor.schema());
            RuleCheck check = new RuleCheck(ruleBook.context(tx, request, actor, params), isTest);
            Viewer viewer = new Viewer(reader, rules, check);
            boolean isInferring = request.body().isTrue("inference?");
            return new Answer(viewer, new QueryAnswer(reader, viewer, isInferring).json(query));
        }
    }
}
