package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What members of apps and orgs may do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemberTest {
    private static final String NO_MEMBERS = "The plan for your app or organization does not support multiple members.";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final Exchanges exchanges = new Exchanges(vertx, platform);
    private final LocalUser owner = platform.users().user("owner@local.test").await();
    private final LocalUser friend = platform.users().user("friend@local.test").await();
    private String app = "";
    private String org = "";

    @BeforeEach
    void makeAppAndOrg() {
        app = asOwner("POST /superadmin/apps", "{'title': 'shared'}")
                .json()
                .getJsonObject("app")
                .getString("id");
        org = loggedIn(owner, "POST /dash/orgs", "{'title': 'Team'}")
                .json()
                .getJsonObject("org")
                .getString("id");
    }

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void an_app_is_out_of_reach_for_others() {
        assertThat(asFriend("GET /superadmin/apps/" + app, "").message())
                .isEqualTo("Validation failed for user-role: User is missing role collaborator.");
    }

    @Test
    void a_second_owner_is_let_in() {
        join("apps/" + app, "owner");

        assertThat(asFriend("POST /superadmin/apps/" + app, "{'title': 'ours'}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "collaborator, GET /superadmin/apps/APP, " + NO_MEMBERS,
        "collaborator, POST /superadmin/apps/APP, Permission denied: not allowed-member-role?",
        "collaborator, DELETE /superadmin/apps/APP, Permission denied: not allowed-member-role?",
        "collaborator, GET /dash/apps/APP/auth, " + NO_MEMBERS,
        "collaborator, GET /dash/apps/APP/email_status, Permission denied: not allowed-member-role?",
        "collaborator, DELETE /dash/apps/APP/backups/APP, Permission denied: not allowed-member-role?",
        "admin, GET /dash/apps/APP/email_status, " + NO_MEMBERS,
        "admin, POST /superadmin/apps/APP, " + NO_MEMBERS,
        "admin, POST /superadmin/apps/APP/transfers/send, Permission denied: not allowed-member-role?",
        "owner, DELETE /superadmin/apps/APP, Permission denied: not allowed-member-role?",
    })
    void without_a_paid_plan_no_other_members_are_let_in(String role, String request, String message) {
        join("apps/" + app, role);

        assertThat(asFriend(request.replace("APP", app), "{'title': 'x'}").message())
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"collaborator, false", "admin, false", "owner, true"})
    void the_dashboard_shows_members_what_they_are_let_into(String role, boolean isShown) {
        join("apps/" + app, role);

        assertThat(loggedIn(friend, "GET /dash", "")
                        .json()
                        .getJsonArray("apps")
                        .encode()
                        .contains(app))
                .isEqualTo(isShown);
    }

    @Test
    void nobody_is_invited_to_a_deleted_app() {
        invite("apps/" + app, "collaborator");

        asOwner("DELETE /superadmin/apps/" + app, "");

        assertThat(loggedIn(friend, "GET /dash", "")
                        .json()
                        .getJsonArray("invites")
                        .encode())
                .doesNotContain(app);
    }

    @Test
    void members_of_an_app_stay_when_it_moves_to_an_org() {
        join("apps/" + app, "admin");
        join("orgs/" + org, "admin");

        JsonObject moved = loggedIn(owner, "POST /dash/apps/" + app + "/transfer_to_org/" + org, "{}")
                .json();

        assertThat(moved).isEqualTo(new JsonObject("{\"credit\":null,\"app_member_changes\":{\"removed\":[]}}"));
        assertThat(loggedIn(owner, "GET /dash/orgs/" + org, "")
                        .json()
                        .getJsonArray("apps")
                        .getJsonObject(0)
                        .getJsonArray("members")
                        .encode())
                .contains(friend.email());
    }

    @Test
    void an_app_of_an_org_is_open_to_the_owners_of_the_org_only() {
        String body = "{'title': 'of the org', 'org_id': 'ORG'}".replace("ORG", org);
        String ofOrg = asOwner("POST /superadmin/apps", body)
                .json()
                .getJsonObject("app")
                .getString("id");
        join("orgs/" + org, "admin");
        String read = "GET /superadmin/apps/" + ofOrg;
        assertThat(asFriend(read, "").message()).isEqualTo(NO_MEMBERS);

        setRole("owner");

        assertThat(asFriend(read, "").status()).isEqualTo(200);
    }

    @Test
    void an_app_in_an_org_takes_an_admin_of_it_and_an_app_with_its_own_id_any_member() {
        join("orgs/" + org, "collaborator");
        String body = "{'title': 'of the org', 'org_id': 'ORG'}".replace("ORG", org);
        String withIds = body.replace(
                "{",
                "{'id': '5eed0000-0000-4000-8000-000000000001',"
                        + " 'admin_token': '5eed0000-0000-4000-8000-000000000002',");

        assertThat(asFriend("POST /superadmin/apps", body).message())
                .isEqualTo("Permission denied: not allowed-member-role?");
        assertThat(asFriend("POST /dash/apps", withIds).status()).isEqualTo(200);
    }

    @Test
    void a_member_of_an_org_is_what_its_role_says_until_it_is_removed() {
        join("orgs/" + org, "collaborator");
        assertThat(loggedIn(friend, "POST /dash/orgs/" + org + "/rename", "{'title': 'Mine'}")
                        .message())
                .isEqualTo("Permission denied: not allowed-member-role?");

        setRole("admin");
        assertThat(loggedIn(friend, "POST /dash/orgs/" + org + "/rename", "{'title': 'Ours'}")
                        .status())
                .isEqualTo(200);
        assertThat(asFriend("GET /superadmin/orgs", "").json().encode()).contains("\"role\":\"admin\"");

        loggedIn(owner, "DELETE /dash/orgs/" + org + "/members/remove", "{'id': '" + member(friend) + "'}");
        assertThat(asFriend("GET /superadmin/orgs", "").body().toString()).doesNotContain(org);
    }

    @Test
    void nobody_changes_those_who_are_more() {
        join("orgs/" + org, "admin");
        String boss = "'id': '" + member(owner) + "'";

        assertThat(loggedIn(friend, "POST /dash/orgs/" + org + "/members/update", "{" + boss + ", 'role': 'admin'}")
                        .message())
                .isEqualTo("Permission denied: not allowed-member-role?");
        assertThat(loggedIn(friend, "DELETE /dash/orgs/" + org + "/members/remove", "{" + boss + "}")
                        .message())
                .isEqualTo("Permission denied: not allowed-member-role?");
    }

    @Test
    void an_org_keeps_an_owner() {
        String last = "{'id': '" + member(owner) + "', 'role': 'admin'}";
        String message = "There must be at least one member of the org that is an owner.";

        assertThat(loggedIn(owner, "POST /dash/orgs/" + org + "/members/update", last)
                        .message())
                .isEqualTo(message);
        assertThat(loggedIn(owner, "DELETE /dash/orgs/" + org + "/members/remove", last)
                        .message())
                .isEqualTo(message);
    }

    @Test
    void whoever_is_a_member_cannot_become_one_again() {
        join("orgs/" + org, "collaborator");

        assertThat(invited("orgs/" + org, "admin").message()).isEqualTo("Record not unique: org-member");
    }

    @ParameterizedTest
    @CsvSource({
        "'{''invitee-email'': ''x'', ''role'': ''admin''}', 'Malformed parameter: [\"body\" \"invitee-email\"]'",
        "'{''invitee-email'': 5, ''role'': ''admin''}', 'Malformed parameter: [\"body\" \"invitee-email\"]'",
        "'{''role'': ''admin''}', 'Missing parameter: [\"body\" \"invitee-email\"]'",
        "'{''invitee-email'': ''a@b.co''}', 'Missing parameter: [\"body\" \"role\"]'",
        "'{''invitee-email'': ''a@b.co'', ''role'': ''king''}', Validation failed for role",
    })
    void an_invite_needs_an_address_and_a_role(String body, String message) {
        assertThat(loggedIn(owner, "POST /dash/apps/" + app + "/invite/send", body)
                        .message())
                .isEqualTo(message);
    }

    @Test
    void a_declined_invite_cannot_be_accepted() {
        invite("apps/" + app, "collaborator");
        String invite = "{'invite-id': '" + received(app) + "'}";
        assertThat(loggedIn(owner, "POST /dash/invites/decline", invite).message())
                .isEqualTo("Permission denied: not declinable?");

        assertThat(loggedIn(friend, "POST /dash/invites/decline", invite).json())
                .isEqualTo(new JsonObject());

        assertThat(loggedIn(friend, "POST /dash/invites/accept", invite).message())
                .isEqualTo("Permission denied: not acceptable?");
    }

    @Test
    void an_unknown_member_is_not_found() {
        String nobody = "{'id': '5eed0000-0000-4000-8000-000000000009'}";

        assertThat(loggedIn(owner, "DELETE /dash/apps/" + app + "/members/remove", nobody)
                        .json()
                        .getJsonObject("hint"))
                .isEqualTo(
                        new JsonObject(("{'record-type': 'app-member', 'params': " + nobody + "}").replace('\'', '"')));
    }

    private void join(String group, String role) {
        assertThat(invited(group, role).json()).isEqualTo(new JsonObject());
    }

    private Exchanges.Answer invited(String group, String role) {
        invite(group, role);
        String invite = "{'invite-id': '" + received(group.substring(group.indexOf('/') + 1)) + "'}";
        return loggedIn(friend, "POST /dash/invites/accept", invite);
    }

    private void invite(String group, String role) {
        String body = "{'invitee-email': '" + friend.email() + "', 'role': '" + role + "'}";
        loggedIn(owner, "POST /dash/" + group + "/invite/send", body);
    }

    private void setRole(String role) {
        String body = "{'id': '" + member(friend) + "', 'role': '" + role + "'}";
        assertThat(loggedIn(owner, "POST /dash/orgs/" + org + "/members/update", body)
                        .status())
                .isEqualTo(200);
    }

    private String received(String group) {
        return loggedIn(friend, "GET /dash", "").json().getJsonArray("invites").stream()
                .map(JsonObject.class::cast)
                .filter(invite -> invite.getString("foreign_key").equals(group))
                .map(invite -> invite.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private String member(LocalUser user) {
        return loggedIn(owner, "GET /dash/orgs/" + org, "").json().getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(member -> member.getString("email").equals(user.email()))
                .map(member -> member.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private Exchanges.Answer asOwner(String request, String body) {
        return exchanges.call(request, owner.personalToken().reveal(), body);
    }

    private Exchanges.Answer asFriend(String request, String body) {
        return exchanges.call(request, friend.personalToken().reveal(), body);
    }

    private Exchanges.Answer loggedIn(LocalUser user, String request, String body) {
        return exchanges.call(request, user.loginToken().reveal(), body);
    }
}
