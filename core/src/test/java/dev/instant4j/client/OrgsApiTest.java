package dev.instant4j.client;

import dev.instant4j.model.AppId;
import dev.instant4j.model.Invite;
import dev.instant4j.model.InviteId;
import dev.instant4j.model.Member;
import dev.instant4j.model.MemberId;
import dev.instant4j.model.Org;
import dev.instant4j.model.OrgDetails;
import dev.instant4j.model.OrgId;
import dev.instant4j.model.ReceivedInvite;
import dev.instant4j.model.Role;
import dev.instant4j.model.SharedApp;
import dev.instant4j.recorded.Recording.Exchange;
import dev.instant4j.recorded.Served;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.instant4j.recorded.Served.result;
import static org.assertj.core.api.Assertions.assertThat;

/** Orgs, their members, and apps that change hands. */
@ExtendWith(VertxExtension.class)
class OrgsApiTest {
    private static final OrgId ORG = OrgId.parse("76b235de-7c3d-45b9-8e03-5265e3b36a5c");
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final InviteId INVITE = InviteId.parse("07171dda-996e-4157-af95-cd68341dcf15");
    private static final MemberId MEMBER = MemberId.parse("07171dda-996e-4157-af95-cd68341dcf16");
    private static final String ORG_JSON = "{'id':'" + ORG + "','title':'Org One','created_at':'2026-11-23T07:44:13Z',"
            + "'updated_at':'2026-11-23T07:44:13Z','role':'owner','paid':false}";
    private static final String APP_JSON = "{'id':'" + APP + "','title':'refcheck','creator_id':null,'org_id':'" + ORG
            + "','created_at':'2026-11-23T07:44:13Z','status':'active','deletion_marked_at':null,"
            + "'admin_token':'d43ccd7e-7206-4417-b359-7636aae87691','rules':{'todos':{'allow':{'view':'true'}}},"
            + "'user_app_role':null,'members':[],'invites':[]}";
    private static final String INVITE_JSON = "{'id':'" + INVITE + "','email':'b@example.com','role':'collaborator',"
            + "'status':'pending','sent_at':'2026-11-23T07:44:13.821133','expired':false}";

    @Test
    void orgs_are_listed_with_the_role_of_the_user(Vertx vertx) {
        try (Served served =
                Served.exchanges(vertx, Exchange.of("GET", "/superadmin/orgs", "", "{'orgs':[" + ORG_JSON + "]}"))) {
            Org org = result(served.platform().orgs().list()).get(0);

            assertThat(org.id()).isEqualTo(ORG);
            assertThat(org.role()).hasValue(Role.OWNER);
        }
    }

    @Test
    void apps_of_an_org_show_what_its_members_may_see(Vertx vertx) {
        String path = "/superadmin/orgs/" + ORG + "/apps?include=perms";
        try (Served served = Served.exchanges(vertx, Exchange.of("GET", path, "", "{'apps':[" + APP_JSON + "]}"))) {
            SharedApp app =
                    result(served.platform().orgs().apps(ORG, Include.RULES)).get(0);

            assertThat(app.app().org()).isEqualTo(ORG);
            assertThat(app.adminToken()).isPresent();
            assertThat(app.role()).isEmpty();
            assertThat(app.details().rules().orElseThrow().namespace("todos")).isPresent();
        }
    }

    @Test
    void an_org_is_read_with_all_that_belongs_to_it(Vertx vertx) {
        String answer = "{'org':" + ORG_JSON + ",'apps':[" + APP_JSON + "],'members':[{'id':'" + MEMBER
                + "','email':'a@example.com','role':'admin'}],'invites':[" + INVITE_JSON + "]}";
        try (Served served = Served.exchanges(vertx, Exchange.of("GET", "/dash/orgs/" + ORG, "", answer))) {
            OrgDetails org = result(served.platform().orgs().get(ORG));

            assertThat(org.apps()).hasSize(1);
            assertThat(org.members())
                    .singleElement()
                    .satisfies(member -> assertThat(member.role()).isEqualTo(Role.ADMIN));
            assertThat(org.invites())
                    .singleElement()
                    .satisfies(invite -> assertThat(invite.id()).isEqualTo(INVITE));
        }
    }

    @Test
    void an_org_is_created_renamed_and_deleted(Vertx vertx) {
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of(
                        "POST",
                        "/dash/orgs",
                        "{'title':'Org One'}",
                        "{'org':" + ORG_JSON.replace(",'role':'owner','paid':false", "") + "}"),
                Exchange.of("POST", "/dash/orgs/" + ORG + "/rename", "{'title':'Org Two'}", "{}"),
                Exchange.of("DELETE", "/dash/orgs/" + ORG, "", "{'ok':true}"))) {
            OrgsApi orgs = served.platform().orgs();

            assertThat(result(orgs.create("Org One")).role()).isEmpty();
            result(orgs.rename(ORG, "Org Two"));
            result(orgs.delete(ORG));

            assertThat(served.unserved()).isEmpty();
        }
    }

    @Test
    void members_are_invited_changed_and_removed(Vertx vertx) {
        String org = "/dash/orgs/" + ORG;
        String app = "/dash/apps/" + APP;
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of(
                        "POST", org + "/invite/send", "{'invitee-email':'b@example.com','role':'collaborator'}", "{}"),
                Exchange.of("DELETE", org + "/invite/revoke", "{'invite-id':'" + INVITE + "'}", "{}"),
                Exchange.of("POST", app + "/members/update", "{'id':'" + MEMBER + "','role':'admin'}", "{}"),
                Exchange.of("DELETE", app + "/members/remove", "{'id':'" + MEMBER + "'}", "{}"),
                Exchange.of("POST", app + "/transfer_to_org/" + ORG, "", "{'credit':null}"))) {
            OrgsApi orgs = served.platform().orgs();

            result(orgs.members(ORG).invite("b@example.com", Role.COLLABORATOR));
            result(orgs.members(ORG).revokeInvite(INVITE));
            result(orgs.members(APP).setRole(MEMBER, Role.ADMIN));
            result(orgs.members(APP).remove(MEMBER));
            result(orgs.takeIn(APP, ORG));

            assertThat(served.unserved()).isEmpty();
        }
    }

    @Test
    void apps_are_listed_with_those_who_work_on_them(Vertx vertx) {
        String app = APP_JSON.replace(
                "'members':[],'invites':[]",
                "'members':[{'id':'" + MEMBER + "','email':'a@example.com','role':'collaborator'}],'invites':["
                        + INVITE_JSON + "],'effective_status':'active'");
        String dashboard = "{'apps':[" + app + "],'orgs':[],'invites':[],'profile':null}";
        try (Served served = Served.exchanges(vertx, Exchange.of("GET", "/dash", "", dashboard))) {
            SharedApp shared = result(served.platform().apps().listShared()).get(0);

            assertThat(shared.members()).extracting(Member::id).containsExactly(MEMBER);
            assertThat(shared.invites()).extracting(Invite::id).containsExactly(INVITE);
        }
    }

    @Test
    void an_app_is_offered_and_the_offer_answered(Vertx vertx) {
        String transfers = "/superadmin/apps/" + APP + "/transfers";
        String received = "{'apps':[],'orgs':[],'invites':[{'type':'app','id':'" + INVITE
                + "','invitee_role':'creator','foreign_key':'" + APP
                + "','title':'crud app','inviter_email':'a@example.com'}]}";
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("POST", transfers + "/send", "{'dest_email':'b@example.com'}", "{'id':'" + INVITE + "'}"),
                Exchange.of("POST", transfers + "/revoke", "{'dest_email':'b@example.com'}", "{'count':1}"),
                Exchange.of("GET", "/dash", "", received),
                Exchange.of("POST", "/dash/invites/accept", "{'invite-id':'" + INVITE + "'}", "{}"),
                Exchange.of("POST", "/dash/invites/decline", "{'invite-id':'" + INVITE + "'}", "{}"))) {
            TransfersApi api = served.platform().transfers();

            assertThat(result(api.send(APP, "b@example.com"))).isEqualTo(INVITE);
            assertThat(result(api.revoke(APP, "b@example.com"))).isEqualTo(1);
            assertThat(result(api.received()))
                    .containsExactly(new ReceivedInvite(INVITE, "crud app", Role.CREATOR, "a@example.com"));
            result(api.accept(INVITE));
            result(api.decline(INVITE));

            assertThat(served.unserved()).isEmpty();
        }
    }
}
