package dev.instant4j.local.http;

import dev.instant4j.local.service.MemberService;
import dev.instant4j.local.service.MemberService.Group;
import java.util.function.Function;

/** Members and invites of apps and orgs, and transfers of apps. */
final class MemberRoutes {
    private MemberRoutes() {}

    static void mount(Routes routes, MemberService members) {
        group(routes, members, "/dash/apps/:app_id", exchange -> Group.app(exchange.app()));
        group(routes, members, "/dash/orgs/:org_id", exchange -> Group.org(exchange.pathId("org_id")));
        routes.post("/dash/invites/accept", exchange -> members.accept(exchange.credential(), exchange.body()));
        routes.post("/dash/invites/decline", exchange -> members.decline(exchange.credential(), exchange.body()));
        String transfers = "/superadmin/apps/:app_id/transfers";
        routes.post(
                transfers + "/send",
                exchange -> members.sendTransfer(exchange.app(), exchange.credential(), exchange.body()));
        routes.post(
                transfers + "/revoke",
                exchange -> members.revokeTransfer(exchange.app(), exchange.credential(), exchange.body()));
    }

    private static void group(Routes routes, MemberService members, String path, Function<Exchange, Group> group) {
        routes.post(
                path + "/invite/send",
                exchange -> members.invite(group.apply(exchange), exchange.credential(), exchange.body()));
        routes.delete(
                path + "/invite/revoke",
                exchange -> members.revokeInvite(group.apply(exchange), exchange.credential(), exchange.body()));
        routes.delete(
                path + "/members/remove",
                exchange -> members.remove(group.apply(exchange), exchange.credential(), exchange.body()));
        routes.post(
                path + "/members/update",
                exchange -> members.update(group.apply(exchange), exchange.credential(), exchange.body()));
    }
}
