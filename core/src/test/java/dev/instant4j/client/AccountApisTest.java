package dev.instant4j.client;

import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.UserKey;
import dev.instant4j.auth.SignIn;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AppStatus;
import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.ClientSecret;
import dev.instant4j.model.login.ClientSecretId;
import dev.instant4j.model.login.Grant;
import dev.instant4j.model.login.NewSecret;
import dev.instant4j.model.login.OAuthApp;
import dev.instant4j.model.login.OAuthAppId;
import dev.instant4j.model.login.OAuthAppSettings;
import dev.instant4j.recorded.Recording.Exchange;
import dev.instant4j.recorded.Served;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.recorded.Served.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What takes an account, as the platform's documentation shows it. */
@ExtendWith(VertxExtension.class)
class AccountApisTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final Token ADMIN = Token.of("8ce5d753-6bd1-441c-a7a3-3010ba25068a");
    private static final OAuthAppId PROGRAM = new OAuthAppId(UUID.fromString("3606df5c-0000-4000-8000-000000000001"));
    private static final OAuthClientId CLIENT = OAuthClientId.parse("dbbca636-0000-4000-8000-000000000001");
    private static final ClientSecretId SECRET =
            new ClientSecretId(UUID.fromString("98784ef0-0000-4000-8000-000000000001"));
    private static final String USER = "{'id':'5eed0000-0000-4000-8000-000000000101','email':'ann@example.com',"
            + "'app_id':'" + APP + "','created_at':'2026-11-23T07:44:13Z','isGuest':false}";
    private static final String SIGNED_IN = USER.replace("}", ",'refresh_token':'t1'}");

    @Test
    void someone_signs_in_with_a_code_from_a_mail(Vertx vertx) {
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("POST", "/dash/auth/send_magic_code", "{'email':'a@example.com'}", "{'sent':true}"),
                Exchange.of(
                        "POST",
                        "/dash/auth/verify_magic_code",
                        "{'email':'a@example.com','code':'123456'}",
                        "{'token':'r1','user':{'id':'" + APP
                                + "','email':'a@example.com','created_at':'2026-11-23T07:44:13Z'}}"))) {
            TokensApi tokens = served.platform().tokens();

            result(tokens.sendMagicCode("a@example.com"));
            SignIn signedIn = result(tokens.verifyMagicCode("a@example.com", Token.of("123456")));

            assertThat(signedIn.email()).isEqualTo("a@example.com");
            assertThat(served.authorizations()).containsOnly("");
        }
    }

    @Test
    void an_app_is_closed_and_cleared(Vertx vertx) {
        String path = "/dash/apps/" + APP;
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("POST", path + "/status", "{'status':'read-only'}", "{'status':'read-only'}"),
                Exchange.of("POST", path + "/clear", "", "{'ok':true}"),
                Exchange.of(
                        "POST",
                        "/dash/apps/ephemeral/" + APP + "/status",
                        "{'admin-token':'" + ADMIN.reveal() + "','status':'disabled'}",
                        "{'status':'disabled'}"))) {
            AppsApi apps = served.platform().apps();

            result(apps.setStatus(APP, AppStatus.READ_ONLY));
            result(apps.clear(APP));
            result(apps.temporary().setStatus(APP, ADMIN, AppStatus.DISABLED));

            assertThat(served.unserved()).isEmpty();
        }
    }

    @Test
    void programs_that_act_for_users_are_managed(Vertx vertx) {
        String apps = "/dash/apps/" + APP + "/oauth-apps";
        String client = "/dash/apps/" + APP + "/oauth-app-clients/" + CLIENT;
        String program = "{'id':'" + PROGRAM + "','appId':'" + APP
                + "','appName':'My OAuth','appLogo':null,'isPublic':false,'appHomePage':'https://x.com','grantedScopes':[]}";
        String registered = "{'clientId':'" + CLIENT + "','oauthAppId':'" + PROGRAM
                + "','clientName':'c1','authorizedRedirectUrls':['https://x.com/cb'],'createdAt':'2026-11-23T07:44:19Z'}";
        String seen = registered.replace(
                "}",
                ",'clientSecrets':[{'id':'" + SECRET + "','clientId':'" + CLIENT
                        + "','firstFour':'3f90','createdAt':'2026-11-23T07:44:19.821133'}]}");
        String secret = "{'client':" + registered + ",'clientSecret':{'id':'" + SECRET + "','clientId':'" + CLIENT
                + "','firstFour':'3f90'},'secretValue':'3f90aa'}";
        String withClient = program.replace("}", ",'clients':[" + seen + "]}");
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("POST", apps, "{'app_name':'My OAuth'}", "{'app':" + program + "}"),
                Exchange.of("GET", apps, "", "{'apps':[" + withClient + "]}"),
                Exchange.of("POST", apps + "/" + PROGRAM, "{'app_name':'Other'}", "{'app':" + program + "}"),
                Exchange.of(
                        "POST",
                        apps + "/" + PROGRAM,
                        "{'support_email':'a@x.com','app_home_page':'https://x.com',"
                                + "'app_privacy_policy_link':'https://x.com/p','app_tos_link':'https://x.com/t',"
                                + "'app_logo':'data:image/png;base64,AA=='}",
                        "{'app':" + program + "}"),
                Exchange.of("POST", client, "{'client_name':'c2'}", "{'client':" + registered + "}"),
                Exchange.of(
                        "POST",
                        apps + "/" + PROGRAM + "/clients",
                        "{'client_name':'c1','authorized_redirect_urls':['https://x.com/cb']}",
                        secret),
                Exchange.of("POST", client, "{'add_redirect_url':'https://x.com/2'}", "{'client':" + registered + "}"),
                Exchange.of(
                        "POST", client, "{'remove_redirect_url':'https://x.com/2'}", "{'client':" + registered + "}"),
                Exchange.of("POST", client + "/client-secrets", "", secret),
                Exchange.of(
                        "DELETE",
                        "/dash/apps/" + APP + "/oauth-app-client-secrets/" + SECRET,
                        "",
                        "{'clientSecret':{}}"),
                Exchange.of("DELETE", client, "", "{'client':{}}"),
                Exchange.of("DELETE", apps + "/" + PROGRAM, "", "{'app':{}}"))) {
            OAuthAppsApi api = served.platform().oauthApps();
            URI second = URI.create("https://x.com/2");

            OAuthApp created = result(api.create(APP, "My OAuth"));
            NewSecret made = result(api.addClient(APP, PROGRAM, "c1", List.of(URI.create("https://x.com/cb"))));

            assertThat(created.clients()).isEmpty();
            assertThat(result(api.list(APP)).get(0).clients())
                    .singleElement()
                    .satisfies(
                            listed -> assertThat(listed.secrets()).containsExactly(new ClientSecret(SECRET, "3f90")));
            assertThat(made.value().reveal()).isEqualTo("3f90aa");
            assertThat(made.toString()).doesNotContain("3f90aa");
            result(api.rename(APP, PROGRAM, "Other"));
            OAuthApp updated = result(api.update(
                    APP,
                    PROGRAM,
                    OAuthAppSettings.NONE
                            .supportEmail("a@x.com")
                            .homePage(URI.create("https://x.com"))
                            .privacyPolicy(URI.create("https://x.com/p"))
                            .terms(URI.create("https://x.com/t"))
                            .logo("data:image/png;base64,AA==")));
            assertThat(updated.settings().homePage()).isEqualTo(URI.create("https://x.com"));
            result(api.renameClient(APP, CLIENT, "c2"));
            result(api.addRedirect(APP, CLIENT, second));
            result(api.removeRedirect(APP, CLIENT, second));
            result(api.addSecret(APP, CLIENT));
            result(api.deleteSecret(APP, SECRET));
            result(api.deleteClient(APP, CLIENT));
            result(api.delete(APP, PROGRAM));
            assertThat(served.unserved()).isEmpty();
        }
    }

    @Test
    void users_see_and_take_back_what_they_granted(Vertx vertx) {
        String granted = "{'oauthApps':[{'id':'" + PROGRAM + "','name':'My OAuth','logo':null}]}";
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("GET", "/dash/user/oauth_apps", "", granted),
                Exchange.of(
                        "POST",
                        "/dash/user/oauth_apps/revoke_access",
                        "{'oauthAppId':'" + PROGRAM + "'}",
                        "{'oauthApps':[]}"))) {
            OAuthAppsApi api = served.platform().oauthApps();

            assertThat(result(api.granted())).containsExactly(new Grant(PROGRAM, "My OAuth"));
            assertThat(result(api.revoke(PROGRAM))).isEmpty();
        }
    }

    @Test
    void users_of_an_app_are_found_signed_in_and_removed(Vertx vertx) {
        UserKey ann = UserKey.email("ann@example.com");
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("GET", "/admin/users?email=ann@example.com", "", "{'user':" + USER + "}"),
                Exchange.of("GET", "/admin/users?refresh_token=t1", "", "{'user':null}"),
                Exchange.of("POST", "/admin/sign_out", "{'email':'ann@example.com'}", "{'ok':true}"),
                Exchange.of("POST", "/admin/magic_code", "{'email':'ann@example.com'}", "{'code':'123456'}"),
                Exchange.of("POST", "/admin/send_magic_code", "{'email':'ann@example.com'}", "{'code':'123456'}"),
                Exchange.of(
                        "POST",
                        "/admin/verify_magic_code",
                        "{'email':'ann@example.com','code':'123456'}",
                        "{'user':" + SIGNED_IN + ",'created':false}"),
                Exchange.of(
                        "POST",
                        "/admin/refresh_tokens",
                        "{'email':'ann@example.com','extra-fields':{'name':'Ann'}}",
                        "{'user':" + SIGNED_IN + ",'created':true}"),
                Exchange.of(
                        "POST",
                        "/admin/refresh_tokens",
                        "{'id':'5eed0000-0000-4000-8000-000000000101'}",
                        "{'user':" + SIGNED_IN + ",'created':false}"),
                Exchange.of("POST", "/admin/sign_in_guest", "{}", "{'user':" + SIGNED_IN + "}"),
                Exchange.of("DELETE", "/admin/users?email=ann@example.com", "", "{'deleted':" + USER + "}"))) {
            AppUsersApi users = served.platform().admin(APP).users();

            assertThat(result(users.get(ann)).orElseThrow().email()).isEqualTo("ann@example.com");
            assertThat(result(users.get(UserKey.signedIn(Token.of("t1"))))).isEmpty();
            result(users.signOut(ann));
            Token code = result(users.createMagicCode("ann@example.com"));
            result(users.sendMagicCode("ann@example.com"));
            assertThat(result(users.verifyMagicCode("ann@example.com", code)).isNew())
                    .isFalse();
            assertThat(result(users.createToken(ann, new JsonObject().put("name", "Ann")))
                            .isNew())
                    .isTrue();
            result(users.createToken(UserKey.id(EntityId.parse("5eed0000-0000-4000-8000-000000000101"))));
            assertThat(result(users.createGuest()).token()).isEqualTo(Token.of("t1"));
            assertThat(result(users.delete(ann))).isPresent();
            assertThat(served.unserved()).isEmpty();
        }
    }

    @Test
    void files_of_an_app_are_stored_and_deleted(Vertx vertx) {
        String id = "5eed0000-0000-4000-8000-000000000101";
        try (Served served = Served.exchanges(
                vertx,
                new Exchange(
                        "PUT",
                        "/admin/storage/upload",
                        "bytes",
                        200,
                        new JsonObject("{\"data\":{\"id\":\"" + id + "\"}}")),
                Exchange.of("POST", "/admin/storage/files/delete", "{'filenames':['a.txt']}", "{'data':[]}"))) {
            AppFilesApi files = served.platform().admin(APP).files();

            assertThat(result(files.upload("a.txt", "text/plain", Buffer.buffer("bytes"))))
                    .isEqualTo(EntityId.parse(id));
            result(files.delete(List.of("a.txt")));
            assertThat(served.unserved()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é.txt", "a\r\nb"})
    void a_path_that_no_header_can_carry_is_refused_and_not_changed(String path, Vertx vertx) {
        try (Served served = Served.exchanges(vertx)) {
            AppFilesApi files = served.platform().admin(APP).files();

            assertThatThrownBy(() -> result(files.upload(path, "text/plain", Buffer.buffer("x"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_platform_tells_whether_it_is_well(Vertx vertx) {
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("GET", "/health/system", "", "{'wal':'ok'}"),
                new Exchange("GET", "/health/system", null, 500, "{\"wal\":\"error\"}"))) {
            assertThat(result(served.platform().health().isWell())).isTrue();
            assertThat(result(served.platform().health().isWell())).isFalse();
        }
    }
}
