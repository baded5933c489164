package dev.instant4j.local.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The platform itself: whether it is well, and whom it talks to. */
final class PlatformRoutes {
    private static final int OLDEST_CLI_MINOR = 19;

    private PlatformRoutes() {}

    static void mount(Routes routes) {
        routes.page("/", "<code>Welcome to Instant's Backend!</code>");
        routes.get("/health/system", exchange -> Future.succeededFuture(new JsonObject().put("wal", "ok")));
        routes.get("/dash/cli/version", exchange -> Future.succeededFuture(oldestCli()));
    }

    private static JsonObject oldestCli() {
        JsonObject version = new JsonObject()
                .put("major", 0)
                .put("minor", OLDEST_CLI_MINOR)
                .put("patch", 0)
                .put("dev?", false);
        return new JsonObject().put("min-version", version);
    }
}
