package dev.instant4j.admin;

import io.vertx.core.json.JsonObject;

/**
 * What to read, in InstaQL: {@code {"todos": {"$": {"where": {"done": false}}, "owner": {}}}}.
 *
 * @param instaql namespaces, their options, and the links to follow
 * @param ruleParams what rules may look at; empty if nothing
 * @param followsOneAsObject whether what a link leads to at most one of comes as an object; otherwise as a list
 */
public record Query(JsonObject instaql, JsonObject ruleParams, boolean followsOneAsObject) {

    public Query {
        instaql = instaql.copy();
        ruleParams = ruleParams.copy();
    }

    /** Returns a query that gets links as lists, without parameters for rules. */
    public static Query of(JsonObject instaql) {
        return new Query(instaql, new JsonObject(), false);
    }

    /** Returns this query with parameters for rules. */
    public Query ruleParams(JsonObject newParams) {
        return new Query(instaql, newParams, followsOneAsObject);
    }

    /** Returns this query with an object where a link leads to one entity at most. */
    public Query withObjects() {
        return new Query(instaql, ruleParams, true);
    }
}
