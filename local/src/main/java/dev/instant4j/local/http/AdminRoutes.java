package dev.instant4j.local.http;

import dev.instant4j.local.service.AppUserService;
import dev.instant4j.local.service.QueryService;
import dev.instant4j.local.service.TransactService;

/** Data and users of apps, past all rules or on behalf of a user. */
final class AdminRoutes {
    private AdminRoutes() {}

    static void mount(Routes routes, TransactService transactions, QueryService queries, AppUserService users) {
        routes.post("/admin/transact", exchange -> transactions.transact(exchange.dataRequest()));
        routes.post("/admin/transact_perms_check", exchange -> transactions.test(exchange.dataRequest()));
        routes.post("/admin/query", exchange -> queries.query(exchange.dataRequest()));
        routes.post("/admin/query_perms_check", exchange -> queries.test(exchange.dataRequest()));
        routes.post("/admin/refresh_tokens", exchange -> users.refreshToken(exchange.dataRequest()));
    }
}
