package dev.instant4j.local.http;

import dev.instant4j.local.service.QueryService;
import dev.instant4j.local.service.TransactService;

/** Data, past all rules. */
final class AdminRoutes {
    private AdminRoutes() {}

    static void mount(Routes routes, TransactService transactions, QueryService queries) {
        routes.post(
                "/admin/transact",
                exchange -> transactions.transact(exchange.appOfHeader(), exchange.credential(), exchange.body()));
        routes.post(
                "/admin/query",
                exchange -> queries.query(exchange.appOfHeader(), exchange.credential(), exchange.body()));
    }
}
