package dev.instant4j.local.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What a request is answered with. */
@FunctionalInterface
interface Reply {

    /** Writes it as the answer. */
    void send(RoutingContext context);

    static Reply json(JsonObject result) {
        return context -> Answers.ok(context, result);
    }
}
