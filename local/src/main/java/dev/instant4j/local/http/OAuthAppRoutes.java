package dev.instant4j.local.http;

import dev.instant4j.local.service.OAuthAppService;
import dev.instant4j.local.service.OAuthClientService;

/** Programs that users can let act for them: what the members of their apps and their users do with them. */
final class OAuthAppRoutes {
    private static final String APP = "/dash/apps/:app_id";

    private OAuthAppRoutes() {}

    static void apps(Routes routes, OAuthAppService apps) {
        String all = APP + "/oauth-apps";
        String one = all + "/:oauth_app_id";
        routes.get("/dash/user/oauth_apps", exchange -> apps.granted(exchange.credential()));
        routes.post(
                "/dash/user/oauth_apps/revoke_access", exchange -> apps.revoke(exchange.credential(), exchange.body()));
        routes.get(all, exchange -> apps.list(exchange.app(), exchange.credential()));
        routes.post(all, exchange -> apps.create(exchange.app(), exchange.credential(), exchange.body()));
        routes.post(
                one,
                exchange -> apps.update(
                        exchange.app(), exchange.credential(), exchange.pathId("oauth_app_id"), exchange.body()));
        routes.delete(
                one, exchange -> apps.delete(exchange.app(), exchange.credential(), exchange.pathId("oauth_app_id")));
    }

    static void clients(Routes routes, OAuthClientService clients) {
        routes.post(
                APP + "/oauth-apps/:oauth_app_id/clients",
                exchange -> clients.create(
                        exchange.app(), exchange.credential(), exchange.pathId("oauth_app_id"), exchange.body()));
        String client = APP + "/oauth-app-clients/:client_id";
        routes.post(
                client,
                exchange -> clients.update(
                        exchange.app(), exchange.credential(), exchange.pathId("client_id"), exchange.body()));
        routes.delete(
                client,
                exchange -> clients.delete(exchange.app(), exchange.credential(), exchange.pathId("client_id")));
        routes.post(
                client + "/client-secrets",
                exchange -> clients.createSecret(exchange.app(), exchange.credential(), exchange.pathId("client_id")));
        routes.delete(
                APP + "/oauth-app-client-secrets/:secret_id",
                exchange -> clients.deleteSecret(exchange.app(), exchange.credential(), exchange.pathId("secret_id")));
    }
}
