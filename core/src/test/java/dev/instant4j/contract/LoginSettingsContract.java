package dev.instant4j.contract;

import dev.instant4j.client.LoginSettingsApi;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.LoginClient;
import dev.instant4j.model.login.LoginClientSettings;
import dev.instant4j.model.login.LoginSettings;
import dev.instant4j.model.login.Origin;
import dev.instant4j.model.login.Provider;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How every platform keeps by whom users of an app sign in, and where they come from. */
public interface LoginSettingsContract extends PlatformContract {

    @Test
    default void an_app_begins_without_providers_clients_and_origins() {
        LoginSettings settings = result(logins(newApp()).get());

        assertThat(settings.providers()).isEmpty();
        assertThat(settings.clients()).isEmpty();
        assertThat(settings.origins()).isEmpty();
        assertThat(settings.defaultSender()).contains("@");
    }

    @Test
    default void origins_of_every_service_are_kept_until_they_are_removed() {
        LoginSettingsApi logins = logins(newApp());
        Origin host = result(logins.addOrigin(Origin.Service.GENERIC, List.of("example.com")));
        Origin project = result(logins.addOrigin(Origin.Service.VERCEL, List.of("vercel.app", "my-project")));
        Origin scheme = result(logins.addOrigin(Origin.Service.CUSTOM_SCHEME, List.of("my-app")));
        Origin site = result(logins.addOrigin(Origin.Service.NETLIFY, List.of("my-site")));

        assertThat(result(logins.get()).origins()).containsExactlyInAnyOrder(host, project, scheme, site);
        result(logins.removeOrigin(project.id()));
        assertThat(result(logins.get()).origins()).containsExactlyInAnyOrder(host, scheme, site);
    }

    @Test
    default void an_origin_that_belongs_to_nobody_is_refused() {
        LoginSettingsApi logins = logins(newApp());

        assertThatThrownBy(() -> result(logins.addOrigin(Origin.Service.CUSTOM_SCHEME, List.of("https"))))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ErrorType.VALIDATION_FAILED);
                    assertThat(refusal.hint()).contains("The scheme `https` is not allowed.");
                });
    }

    @Test
    default void a_client_is_added_changed_and_deleted() {
        LoginSettingsApi logins = logins(newApp());
        Provider github = result(logins.addProvider("github"));
        LoginClient added = result(logins.addClient(github.id(), "web", credentials("first", "secret-of-contract")));

        LoginClient changed = result(logins.updateClient(
                added.id(),
                LoginClientSettings.NONE
                        .clientId("second")
                        .meta("{\"a\":1}")
                        .redirectTo(URI.create("https://example.com/back"))));

        assertThat(added.provider()).isEqualTo(github.id());
        assertThat(changed.id()).isEqualTo(added.id());
        assertThat(changed.clientId()).isEqualTo("second");
        assertThat(changed.meta()).isEqualTo("{\"a\":1}");
        assertThat(changed.redirectTo()).isEqualTo("https://example.com/back");
        assertThat(result(logins.get()).providers()).containsExactly(github);
        assertThat(result(logins.get()).clients()).containsExactly(changed);
        result(logins.deleteClient(added.id()));
        assertThat(result(logins.get()).clients()).isEmpty();
    }

    @Test
    default void a_provider_is_added_once() {
        LoginSettingsApi logins = logins(newApp());
        result(logins.addProvider("github"));

        assertThatThrownBy(() -> result(logins.addProvider("github")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_UNIQUE));
    }

    @Test
    default void a_client_of_a_provider_that_describes_itself_needs_to_say_where() {
        LoginSettingsApi logins = logins(newApp());
        Provider google = result(logins.addProvider("google"));

        assertThatThrownBy(() -> result(logins.addClient(google.id(), "web", credentials("id", "secret-of-contract"))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.PARAM_MISSING));
    }

    private static LoginClientSettings credentials(String id, String secret) {
        return LoginClientSettings.NONE.clientId(id).clientSecret(Token.of(secret));
    }

    private LoginSettingsApi logins(TemporaryApp app) {
        return as(app).logins(app.id());
    }
}
