package dev.instant4j.client;

import dev.instant4j.auth.SignIn;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.AppDetails;
import dev.instant4j.model.AppId;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.CreatedPersonalToken;
import dev.instant4j.model.RuleVersion;
import dev.instant4j.model.Token;
import dev.instant4j.recorded.Served;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.instant4j.recorded.Served.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the client makes of conversations that a real platform has had. */
@ExtendWith(VertxExtension.class)
class RecordedApisTest {
    private static final AppId APP = new AppId(recorded("app"));
    private static final Token ADMIN = Token.of(recorded("admin").toString());

    @Test
    void an_app_is_created_read_renamed_and_deleted(Vertx vertx) {
        try (Served served = Served.recording(vertx, "A-lifecycle/app-create-read-rename-delete")) {
            AppsApi apps = served.platform().apps();

            CreatedApp created = result(apps.create(NewApp.titled("life")));

            assertThat(created.id()).isEqualTo(APP);
            assertThat(created.adminToken()).isEqualTo(ADMIN);
            assertThat(result(apps.get(APP)).title()).isEqualTo("life");
            result(apps.rename(APP, "  renamed "));
            result(apps.delete(APP));
        }
    }

    @Test
    void apps_are_listed_with_what_is_asked_for_besides(Vertx vertx) {
        try (Served served = Served.recording(vertx, "A-lifecycle/app-create-with-schema-and-perms")) {
            AppsApi apps = served.platform().apps();

            AppDetails all = result(apps.list(Include.SCHEMA, Include.RULES)).get(0);
            AppDetails schema = result(apps.list(Include.SCHEMA)).get(0);
            AppDetails rules = result(apps.list(Include.RULES)).get(0);

            assertThat(all.schema().orElseThrow().toSchema().entity("posts")).isPresent();
            assertThat(all.rules().orElseThrow().namespace("posts")).isPresent();
            assertThat(schema.rules()).isEmpty();
            assertThat(rules.schema()).isEmpty();
        }
    }

    @Test
    void a_temporary_app_is_created_looked_up_and_read(Vertx vertx) {
        try (Served served = Served.recording(vertx, "A-lifecycle/temp-app-minimal")) {
            InstantPlatform platform = served.platform();

            result(platform.apps().createTemporary(NewApp.titled("first")));

            assertThat(result(platform.apps().temporary().get(APP)).app().title())
                    .isEqualTo("first");
            AppDetails details = result(platform.apps().get(APP, Include.SCHEMA, Include.RULES));
            assertThat(details.schema().orElseThrow().own()).isEmpty();
            assertThat(details.rules().orElseThrow().namespaces()).isEmpty();
            assertThat(served.authorizations().subList(0, 2)).containsOnly("");
        }
    }

    @Test
    void a_temporary_app_is_claimed_once(Vertx vertx) {
        try (Served served = Served.recording(vertx, "A-lifecycle/claim")) {
            TemporaryAppsApi apps = served.platform().apps().temporary();

            result(apps.claim(APP, ADMIN));

            assertThatThrownBy(() -> result(apps.claim(APP, ADMIN)))
                    .isInstanceOfSatisfying(ApiException.class, refusal -> {
                        assertThat(refusal.type()).isEqualTo(ErrorType.PERMISSION_DENIED);
                        assertThat(refusal.getMessage() + refusal.hint()).doesNotContain(ADMIN.reveal());
                    });
        }
    }

    @Test
    void personal_access_tokens_are_created_listed_and_deleted(Vertx vertx) {
        try (Served served = Served.recording(vertx, "A-lifecycle/personal-tokens")) {
            TokensApi tokens = served.platform().tokens();

            CreatedPersonalToken created = result(tokens.createPersonal("wire"));

            assertThat(result(tokens.personal())).containsExactly(created.about());
            result(tokens.deletePersonal(created.about().id()));
        }
    }

    @Test
    void someone_signs_in_through_a_browser_and_out(Vertx vertx) {
        try (Served served = Served.recording(vertx, "F-cli/cli-login")) {
            TokensApi tokens = served.platform().tokens();

            BrowserSignIn begun = result(tokens.startBrowserSignIn(URI.create("https://instantdb.com/")));
            SignIn signedIn = result(begun.await());

            assertThat(begun.page().toString()).isEqualTo("https://instantdb.com/dash?ticket=" + recorded("ticket"));
            assertThat(signedIn.email()).isEqualTo("me@example.com");
            TokensApi own = served.platform().withToken(signedIn.token()).tokens();
            assertThat(result(own.me()).email()).isEqualTo("me@example.com");
            result(own.signOut());
            assertThat(served.authorizations())
                    .endsWith("Bearer " + signedIn.token().reveal());
        }
    }

    @Test
    void versions_of_rules_are_listed(Vertx vertx) {
        try (Served served = Served.recording(vertx, "F-cli/rule-versions")) {
            RulesApi rules = served.platform().rules();

            assertThat(result(rules.versions(APP))).isEmpty();
            assertThat(result(rules.versions(APP))).isEmpty();
            assertThat(result(rules.versions(APP)))
                    .extracting(RuleVersion::version)
                    .containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void an_unknown_route_of_a_real_platform_is_a_failure(Vertx vertx) {
        try (Served served = Served.recording(vertx, "A-lifecycle/unknown-routes")) {
            assertThatThrownBy(() -> result(served.platform().apps().list()))
                    .isInstanceOf(dev.instant4j.error.InstantException.class);
        }
    }

    private static UUID recorded(String label) {
        return UUID.nameUUIDFromBytes(label.getBytes(UTF_8));
    }
}
