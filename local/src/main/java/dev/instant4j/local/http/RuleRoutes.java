package dev.instant4j.local.http;

import dev.instant4j.local.service.RuleService;

/** Rules, as the platform API and as the command line call them. */
final class RuleRoutes {
    private static final String PLATFORM = "/superadmin/apps/:app_id/perms";
    private static final String DASHBOARD = "/dash/apps/:app_id";

    private RuleRoutes() {}

    static void mount(Routes routes, RuleService rules) {
        routes.get(PLATFORM, exchange -> rules.get(exchange.app(), exchange.credential()));
        routes.post(PLATFORM, exchange -> rules.set(exchange.app(), exchange.credential(), exchange.body()));
        routes.get(DASHBOARD + "/rule-versions", exchange -> rules.versions(exchange.app(), exchange.credential()));
        routes.get(DASHBOARD + "/perms/pull", exchange -> rules.pull(exchange.app(), exchange.credential()));
        routes.post(
                DASHBOARD + "/rules", exchange -> rules.set(exchange.app(), exchange.credential(), exchange.body()));
    }
}
