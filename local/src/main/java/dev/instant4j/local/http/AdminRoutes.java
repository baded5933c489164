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
        users(routes, users);
    }

    private static void users(Routes routes, AppUserService users) {
        routes.get("/admin/users", exchange -> users.get(exchange.dataRequest(), exchange.query()));
        routes.delete("/admin/users", exchange -> users.delete(exchange.dataRequest(), exchange.query()));
        routes.post("/admin/refresh_tokens", exchange -> users.refreshToken(exchange.dataRequest()));
        routes.post("/admin/sign_out", exchange -> users.signOut(exchange.dataRequest()));
        routes.post("/admin/magic_code", exchange -> users.magicCode(exchange.dataRequest()));
        routes.post("/admin/send_magic_code", exchange -> users.sendMagicCode(exchange.dataRequest()));
        routes.post("/admin/verify_magic_code", exchange -> users.verifyMagicCode(exchange.dataRequest()));
        routes.post("/admin/sign_in_guest", exchange -> users.signInGuest(exchange.dataRequest()));
    }
}
