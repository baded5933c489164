package dev.instant4j.local.http;

import dev.instant4j.local.service.SchemaService;

/** Schemas, as the platform API, the command line and the backends of apps call them. */
final class SchemaRoutes {
    private static final String PLATFORM = "/superadmin/apps/:app_id";
    private static final String DASHBOARD = "/dash/apps/:app_id";
    private static final String ADMIN = "/admin";

    private SchemaRoutes() {}

    static void mount(Routes routes, SchemaService schemas) {
        routes.get(PLATFORM + "/schema", exchange -> schemas.get(exchange.app(), exchange.credential()));
        routes.get(DASHBOARD + "/schema/pull", exchange -> schemas.pull(exchange.app(), exchange.credential()));
        for (String group : new String[] {PLATFORM, DASHBOARD}) {
            routes.post(
                    group + "/schema/push/plan",
                    exchange -> schemas.plan(exchange.app(), exchange.credential(), exchange.body()));
            routes.post(
                    group + "/schema/push/apply",
                    exchange -> schemas.push(exchange.app(), exchange.credential(), exchange.body()));
        }
        routes.post(
                DASHBOARD + "/schema/steps/apply",
                exchange -> schemas.applySteps(exchange.app(), exchange.credential(), exchange.body()));
        routes.get(
                DASHBOARD + "/soft_deleted_attrs",
                exchange -> schemas.softDeleted(exchange.app(), exchange.credential()));
        routes.get(ADMIN + "/schema", exchange -> schemas.getAsAdmin(exchange.appOfHeader(), exchange.credential()));
        routes.get(
                ADMIN + "/soft_deleted_attrs",
                exchange -> schemas.softDeletedAsAdmin(exchange.appOfHeader(), exchange.credential()));
    }
}
