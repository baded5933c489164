package dev.instant4j.local.http;

import dev.instant4j.local.service.LoginClientService;
import dev.instant4j.local.service.OriginService;

/** How users of apps sign in. */
final class LoginRoutes {
    private static final String APP = "/dash/apps/:app_id";
    private static final String ORIGINS = APP + "/authorized_redirect_origins";
    private static final String CLIENTS = APP + "/oauth_clients";

    private LoginRoutes() {}

    static void mount(Routes routes, LoginClientService clients, OriginService origins) {
        routes.get(APP + "/auth", exchange -> clients.settings(exchange.app(), exchange.credential()));
        routes.post(
                APP + "/oauth_service_providers",
                exchange -> clients.addProvider(exchange.app(), exchange.credential(), exchange.body()));
        routes.post(CLIENTS, exchange -> clients.addClient(exchange.app(), exchange.credential(), exchange.body()));
        routes.post(
                CLIENTS + "/:id",
                exchange -> clients.updateClient(
                        exchange.app(), exchange.credential(), exchange.pathId("id"), exchange.body()));
        routes.delete(
                CLIENTS + "/:id",
                exchange -> clients.deleteClient(exchange.app(), exchange.credential(), exchange.pathId("id")));
        routes.post(ORIGINS, exchange -> origins.add(exchange.app(), exchange.credential(), exchange.body()));
        routes.delete(
                ORIGINS + "/:id",
                exchange -> origins.remove(exchange.app(), exchange.credential(), exchange.pathId("id")));
    }
}
