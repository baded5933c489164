package dev.instant4j.local.http;

import dev.instant4j.local.service.OrgService;

/** Orgs, as the platform API and as the dashboard call them. */
final class OrgRoutes {
    private static final String PLATFORM = "/superadmin/orgs";
    private static final String DASHBOARD = "/dash/orgs";
    private static final String ORG = "org_id";

    private OrgRoutes() {}

    static void mount(Routes routes, OrgService orgs) {
        routes.get(PLATFORM, exchange -> orgs.list(exchange.credential()));
        routes.get(
                PLATFORM + "/:org_id/apps",
                exchange -> orgs.apps(exchange.pathId(ORG), exchange.credential(), exchange.include()));
        routes.post(DASHBOARD, exchange -> orgs.create(exchange.credential(), exchange.body()));
        routes.get(DASHBOARD + "/:org_id", exchange -> orgs.get(exchange.pathId(ORG), exchange.credential()));
        routes.post(
                DASHBOARD + "/:org_id/rename",
                exchange -> orgs.rename(exchange.pathId(ORG), exchange.credential(), exchange.body()));
        routes.delete(DASHBOARD + "/:org_id", exchange -> orgs.delete(exchange.pathId(ORG), exchange.credential()));
    }
}
