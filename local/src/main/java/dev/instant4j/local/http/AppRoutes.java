package dev.instant4j.local.http;

import dev.instant4j.local.service.AppService;

/** Apps. */
final class AppRoutes {
    private AppRoutes() {}

    static void mount(Routes routes, AppService apps) {
        routes.post("/dash/apps/ephemeral", exchange -> apps.createTemporary(exchange.body()));
        routes.get("/dash/apps/ephemeral/:app_id", exchange -> apps.getTemporary(exchange.app()));
        routes.get("/superadmin/apps/:app_id", exchange -> apps.get(exchange.app(), exchange.credential()));
        routes.get("/dash/apps/:app_id", exchange -> apps.get(exchange.app(), exchange.credential()));
    }
}
