package dev.instant4j.client;

import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.LoginClient;
import dev.instant4j.model.login.LoginClientId;
import dev.instant4j.model.login.LoginClientSettings;
import dev.instant4j.model.login.LoginSettings;
import dev.instant4j.model.login.MailTemplate;
import dev.instant4j.model.login.Origin;
import dev.instant4j.model.login.OriginId;
import dev.instant4j.model.login.ProviderId;
import dev.instant4j.model.login.StoredTemplate;
import dev.instant4j.model.login.TemplateId;
import dev.instant4j.model.login.TestUser;
import dev.instant4j.model.login.TestUserId;
import dev.instant4j.recorded.Recording.Exchange;
import dev.instant4j.recorded.Served;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.instant4j.recorded.Served.result;
import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(VertxExtension.class)
class LoginSettingsApiTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final UUID ID = UUID.fromString("80d52912-2b64-45e0-8993-512d43d2498b");
    private static final String PATH = "/dash/apps/" + APP;
    private static final String ORIGIN =
            "{'id':'" + ID + "','service':'custom-scheme','params':['myapp'],'created_at':null}";
    private static final String PROVIDER = "{'id':'" + ID + "','provider_name':'github','created_at':null}";
    private static final String CLIENT = "{'id':'" + ID + "','provider_id':'" + ID
            + "','client_name':'gh','client_id':'cid2','discovery_endpoint':null,'meta':{'a':1},"
            + "'redirect_to':'https://x.com/cb','use_shared_credentials':false,'created_at':null}";

    @Test
    void all_settings_are_read_at_once(Vertx vertx) {
        String answer = "{'oauth_service_providers':[" + PROVIDER + "],'oauth_clients':[" + CLIENT
                + "],'authorized_redirect_origins':null,'default_sender_email':'verify@example.com'}";
        try (Served served = Served.exchanges(vertx, Exchange.of("GET", PATH + "/auth", "", answer))) {
            LoginSettings settings = result(served.platform().logins(APP).get());

            assertThat(settings.providers()).hasSize(1);
            assertThat(settings.clients())
                    .singleElement()
                    .satisfies(client -> assertThat(client.redirectTo()).isEqualTo("https://x.com/cb"));
            assertThat(settings.origins()).isEmpty();
        }
    }

    @Test
    void origins_providers_and_clients_are_added_changed_and_removed(Vertx vertx) {
        String clients = PATH + "/oauth_clients";
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of(
                        "POST",
                        PATH + "/authorized_redirect_origins",
                        "{'service':'custom-scheme','params':['myapp']}",
                        "{'origin':" + ORIGIN + "}"),
                Exchange.of("DELETE", PATH + "/authorized_redirect_origins/" + ID, "", "{'origin':" + ORIGIN + "}"),
                Exchange.of(
                        "POST",
                        PATH + "/oauth_service_providers",
                        "{'provider_name':'github'}",
                        "{'provider':" + PROVIDER + "}"),
                Exchange.of(
                        "POST",
                        clients,
                        "{'client_id':'cid2','client_secret':'s3','meta':{'a':1},'provider_id':'" + ID
                                + "','client_name':'gh'}",
                        "{'client':" + CLIENT + "}"),
                Exchange.of(
                        "POST",
                        clients + "/" + ID,
                        "{'redirect_to':'https://x.com/cb','use_shared_credentials':false}",
                        "{'client':" + CLIENT + "}"),
                Exchange.of("DELETE", clients + "/" + ID, "", "{'client':{}}"))) {
            LoginSettingsApi logins = served.platform().logins(APP);
            LoginClientId id = new LoginClientId(ID);

            Origin origin = result(logins.addOrigin(Origin.Service.CUSTOM_SCHEME, List.of("myapp")));
            result(logins.removeOrigin(new OriginId(ID)));
            result(logins.addProvider("github"));
            LoginClient added = result(logins.addClient(
                    new ProviderId(ID),
                    "gh",
                    LoginClientSettings.NONE
                            .clientId("cid2")
                            .clientSecret(Token.of("s3"))
                            .meta("{\"a\":1}")));
            result(logins.updateClient(
                    id,
                    LoginClientSettings.NONE
                            .redirectTo(URI.create("https://x.com/cb"))
                            .usesSharedCredentials(false)));
            result(logins.deleteClient(id));

            assertThat(origin.service()).isEqualTo(Origin.Service.CUSTOM_SCHEME);
            assertThat(added.clientId()).isEqualTo("cid2");
            assertThat(added.meta()).isEqualTo("{\"a\":1}");
            assertThat(served.unserved()).isEmpty();
        }
    }

    @Test
    void codes_expire_and_test_users_have_one_that_does_not(Vertx vertx) {
        String user = "{'id':'" + ID + "','email':'t@example.com','code':'123456'}";
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("POST", PATH + "/set-magic-code-expiry", "{'expiry':30}", "{'app':{}}"),
                Exchange.of(
                        "POST",
                        PATH + "/test_users",
                        "{'email':'t@example.com','code':'123456'}",
                        "{'test-user':" + user + "}"),
                Exchange.of("GET", PATH + "/test_users", "", "{'test-users':[" + user + "]}"),
                Exchange.of("DELETE", PATH + "/test_users", "{'id':'" + ID + "'}", "{'test-user':" + user + "}"))) {
            LoginSettingsApi logins = served.platform().logins(APP);

            result(logins.setCodeExpiry(Duration.ofMinutes(30)));
            TestUser added = result(logins.addTestUser("t@example.com", Token.of("123456")));

            assertThat(result(logins.testUsers())).containsExactly(added);
            result(logins.removeTestUser(new TestUserId(ID)));
            assertThat(served.unserved()).isEmpty();
        }
    }

    @Test
    void the_mail_with_the_code_has_a_template(Vertx vertx) {
        String info = "{'id':'" + ID + "','app_id':'" + APP + "','email':'me@example.com','name':'Me',"
                + "'verification_verified':true,'email_type':'magic-code','body':'b {code}','subject':'s {code}'}";
        String request = "{'email-type':'magic-code','subject':'s {code}','body':'b {code}',"
                + "'sender-email':'me@example.com','sender-name':'Me'}";
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of(
                        "GET",
                        "/dash/default-email-template",
                        "",
                        "{'email-type':'magic-code','sender-email':'v@example.com','subject':'{code}','body':'{code}'}"),
                Exchange.of("GET", PATH + "/email_status", "", "{'info':null}"),
                Exchange.of("POST", PATH + "/email_templates", request, "{'id':'" + ID + "'}"),
                Exchange.of("GET", PATH + "/email_status", "", "{'info':" + info + "}"),
                Exchange.of(
                        "POST",
                        PATH + "/send-test-email",
                        request.replace("'Me'}", "'Me','to':'a@example.com'}"),
                        "{'sent-to':'a@example.com'}"),
                Exchange.of("DELETE", PATH + "/email_templates/" + ID, "", "{}"),
                Exchange.of("GET", PATH + "/sender-verification", "", "{'verification':null}"),
                Exchange.of("POST", PATH + "/sender-verification/send-magic-code", "{}", "{'sent':true}"),
                Exchange.of(
                        "POST",
                        PATH + "/sender-verification/verify-magic-code",
                        "{'code':'123456'}",
                        "{'verified':true}"))) {
            MailTemplatesApi mail = served.platform().logins(APP).mail();
            MailTemplate own = new MailTemplate("s {code}", "b {code}", "me@example.com", "Me");

            assertThat(result(mail.byDefault()).subject()).isEqualTo("{code}");
            assertThat(result(mail.get())).isEmpty();
            result(mail.set(own));
            assertThat(result(mail.get())).hasValue(new StoredTemplate(new TemplateId(ID), own, true));
            result(mail.sendTest(own, "a@example.com"));
            result(mail.delete(new TemplateId(ID)));
            assertThat(result(mail.senderVerification()).containsKey("verification"))
                    .isTrue();
            result(mail.sendSenderCode());
            result(mail.verifySender(Token.of("123456")));
            assertThat(served.unserved()).isEmpty();
        }
    }
}
