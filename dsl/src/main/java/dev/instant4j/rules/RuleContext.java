package dev.instant4j.rules;

import io.vertx.core.json.JsonObject;

/**
 * What all rules of one request share.
 *
 * @param auth the user who asks, by label; empty for a guest
 * @param ruleParams what the client sent along
 * @param request where and when it came from
 * @param refs how links are followed
 * @param limits the rate limits of the app
 */
public record RuleContext(JsonObject auth, JsonObject ruleParams, RuleRequest request, Refs refs, RateLimiter limits) {

    /** Returns this with other parameters. */
    public RuleContext withRuleParams(JsonObject params) {
        return new RuleContext(auth, params, request, refs, limits);
    }
}
