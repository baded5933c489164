package dev.instant4j.local.http;

import dev.instant4j.local.service.AppService;
import dev.instant4j.local.service.AppSettingService;
import dev.instant4j.local.service.TemporaryAppService;
import dev.instant4j.local.service.TestUserService;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Apps, as the platform API and as the dashboard call them. */
final class AppRoutes {
    private static final String PLATFORM = "/superadmin/apps";
    private static final String DASHBOARD = "/dash/apps";

    private AppRoutes() {}

    static void mount(Routes routes, TemporaryAppService temporary, AppService apps, AppSettingService settings) {
        temporary(routes, temporary);
        routes.get(PLATFORM, exchange -> apps.list(exchange.credential(), exchange.include()));
        routes.post(PLATFORM, exchange -> apps.create(exchange.credential(), exchange.body()));
        routes.get(PLATFORM + "/:app_id", exchange -> apps.get(exchange.app(), exchange.credential()));
        routes.post(
                PLATFORM + "/:app_id", exchange -> apps.rename(exchange.app(), exchange.credential(), exchange.body()));
        routes.delete(PLATFORM + "/:app_id", exchange -> apps.delete(exchange.app(), exchange.credential()));
        routes.post(DASHBOARD, exchange -> apps.createWithIds(exchange.credential(), exchange.body()));
        routes.get(DASHBOARD + "/:app_id", exchange -> apps.get(exchange.app(), exchange.credential()));
        routes.delete(DASHBOARD + "/:app_id", exchange -> apps.deleteLoggedIn(exchange.app(), exchange.credential()));
        settings(routes, settings);
    }

    private static void temporary(Routes routes, TemporaryAppService temporary) {
        String ephemeral = DASHBOARD + "/ephemeral";
        routes.post(ephemeral, exchange -> temporary.create(exchange.body()));
        routes.get(ephemeral + "/:app_id", exchange -> temporary.get(exchange.app()));
        routes.post(ephemeral + "/:app_id/status", exchange -> temporary.setStatus(exchange.app(), exchange.body()));
        for (String path : new String[] {ephemeral + "/:app_id/claim", DASHBOARD + "/:app_id/claim"}) {
            routes.post(path, exchange -> temporary.claim(exchange.app(), exchange.credential(), exchange.body()));
        }
        String forOthers = DASHBOARD + "/get_a_db";
        routes.post(forOthers, exchange -> temporary.createForOthers(exchange.credential()));
        routes.get(forOthers + "/:app_id", exchange -> temporary.getForOthers(exchange.app()));
    }

    /** Mounts what is about users who sign in to an app with a code that does not change. */
    static void testUsers(Routes routes, TestUserService users) {
        String path = DASHBOARD + "/:app_id/test_users";
        routes.get(path, exchange -> users.list(exchange.app(), exchange.credential()));
        routes.post(path, exchange -> users.add(exchange.app(), exchange.credential(), exchange.body()));
        routes.delete(path, exchange -> users.remove(exchange.app(), exchange.credential(), exchange.body()));
    }

    private static void settings(Routes routes, AppSettingService settings) {
        String app = DASHBOARD + "/:app_id";
        routes.post(
                app + "/rename", exchange -> settings.rename(exchange.app(), exchange.credential(), exchange.body()));
        routes.post(
                app + "/status",
                exchange -> settings.setStatus(exchange.app(), exchange.credential(), exchange.body()));
        routes.post(
                app + "/tokens",
                exchange -> settings.setAdminToken(exchange.app(), exchange.credential(), exchange.body()));
        routes.post(app + "/clear", exchange -> settings.clear(exchange.app(), exchange.credential()));
        routes.post(
                app + "/set-magic-code-expiry",
                exchange -> settings.setMagicCodeExpiry(exchange.app(), exchange.credential(), exchange.body()));
        routes.post(
                app + "/transfer_to_org/:org_id",
                exchange -> settings.transferToOrg(exchange.app(), exchange.credential(), exchange.pathId("org_id")));
        routes.get(app + "/stats", exchange -> settings.stats(exchange.app(), exchange.credential()));
        routes.post(app + "/track-import", exchange -> Future.succeededFuture(new JsonObject().put("ok", true)));
    }
}
