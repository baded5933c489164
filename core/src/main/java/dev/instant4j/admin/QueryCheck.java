package dev.instant4j.admin;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What rules make of a query.
 *
 * @param checks one for each entity that was found, allowed or not
 * @param result what the query would answer
 */
public record QueryCheck(List<RuleCheck> checks, JsonObject result) {

    public QueryCheck {
        checks = List.copyOf(checks);
    }
}
