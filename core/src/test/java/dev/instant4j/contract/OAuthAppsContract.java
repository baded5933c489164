package dev.instant4j.contract;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.client.OAuthAppsApi;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.AppId;
import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.ClientSecret;
import dev.instant4j.model.login.ClientSecretId;
import dev.instant4j.model.login.NewSecret;
import dev.instant4j.model.login.OAuthApp;
import dev.instant4j.model.login.OAuthAppId;
import dev.instant4j.model.login.OAuthAppSettings;
import dev.instant4j.model.login.RegisteredClient;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every platform does with programs that users can let act for them. */
public interface OAuthAppsContract extends PlatformContract {
    URI CALLBACK = URI.create("https://reports.test/cb");

    /** Returns a personal access token of a user. */
    Token personalToken();

    /** Returns the token of the same user after a sign-in. */
    Token signInToken();

    @Test
    default void a_program_is_created_renamed_listed_and_deleted() {
        withHost(host -> {
            OAuthApp first = result(programs().create(host, "First"));
            OAuthApp second = result(programs().create(host, "Second"));

            assertThat(result(programs().rename(host, first.id(), "Renamed")).name())
                    .isEqualTo("Renamed");
            assertThat(result(programs().list(host))).extracting(OAuthApp::name).containsExactly("Second", "Renamed");
            assertThat(second.isPublic()).isFalse();
            result(programs().delete(host, first.id()));

            assertThat(result(programs().list(host))).extracting(OAuthApp::id).containsExactly(second.id());
        });
    }

    @Test
    default void users_are_told_what_a_program_says_of_itself() {
        withHost(host -> {
            OAuthAppSettings first = OAuthAppSettings.named("Reports")
                    .logo("data:image/png;base64,iVBORw0KGgo=")
                    .homePage(URI.create("https://reports.test"));
            OAuthAppId program = result(programs().create(host, first)).id();

            result(programs().update(host, program, OAuthAppSettings.NONE.supportEmail("help@reports.test")));

            assertThat(result(programs().list(host)))
                    .singleElement()
                    .satisfies(
                            listed -> assertThat(listed.settings()).isEqualTo(first.supportEmail("help@reports.test")));
        });
    }

    @Test
    default void a_client_is_known_where_its_users_come_back_to() {
        withHost(host -> {
            OAuthApp program = result(programs().create(host, "Reports"));
            NewSecret made = result(programs().addClient(host, program.id(), "web", List.of(CALLBACK)));
            URI local = URI.create("http://localhost:9999/cb");

            RegisteredClient both = result(programs().addRedirect(host, made.client(), local));
            RegisteredClient one = result(programs().removeRedirect(host, made.client(), CALLBACK));

            assertThat(made.value().reveal()).matches("[0-9a-f]{68}");
            assertThat(both.redirectUris()).containsExactly(CALLBACK, local);
            assertThat(one.redirectUris()).containsExactly(local);
            assertThat(result(programs().list(host)))
                    .singleElement()
                    .satisfies(listed -> assertThat(listed.clients())
                            .extracting(RegisteredClient::redirectUris)
                            .containsExactly(List.of(local)));
            result(programs().deleteClient(host, made.client()));
            assertThat(result(programs().list(host)))
                    .singleElement()
                    .satisfies(listed -> assertThat(listed.clients()).isEmpty());
        });
    }

    @Test
    default void users_come_back_over_https_or_to_their_own_machine_only() {
        withHost(host -> {
            OAuthAppId program = result(programs().create(host, "Reports")).id();

            for (String unfit : List.of(
                    "http://reports.test/cb",
                    "https://me:secret@reports.test/cb",
                    "https://reports.test/a/../cb",
                    "https://reports.test/cb#here",
                    "ftp://localhost/cb")) {
                assertThatThrownBy(() -> result(programs().addClient(host, program, "web", List.of(URI.create(unfit)))))
                        .isInstanceOfSatisfying(
                                ApiException.class,
                                refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.VALIDATION_FAILED));
            }
        });
    }

    @Test
    default void a_client_has_several_secrets_until_they_are_deleted() {
        withHost(host -> {
            OAuthApp program = result(programs().create(host, "Reports"));
            NewSecret first = result(programs().addClient(host, program.id(), "web", List.of(CALLBACK)));

            NewSecret second = result(programs().addSecret(host, first.client()));

            assertThat(second.client()).isEqualTo(first.client());
            assertThat(second.value()).isNotEqualTo(first.value());
            assertThat(secrets(host)).containsExactly(second.id(), first.id());
            result(programs().deleteSecret(host, first.id()));
            assertThat(secrets(host)).containsExactly(second.id());
        });
    }

    private List<ClientSecretId> secrets(AppId host) {
        return result(programs().list(host)).stream()
                .flatMap(program -> program.clients().stream())
                .flatMap(client -> client.secrets().stream())
                .map(ClientSecret::id)
                .toList();
    }

    @Test
    default void what_does_not_exist_is_not_found() {
        withHost(host -> {
            assertThatThrownBy(() -> result(programs().rename(host, new OAuthAppId(UUID.randomUUID()), "Nothing")))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND));
            assertThatThrownBy(
                            () -> result(programs().addRedirect(host, new OAuthClientId(UUID.randomUUID()), CALLBACK)))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND));
        });
    }

    private OAuthAppsApi programs() {
        return platform().withToken(signInToken()).oauthApps();
    }

    private void withHost(Consumer<AppId> test) {
        InstantPlatform user = platform().withToken(personalToken());
        AppId host =
                result(user.apps().create(NewApp.titled("host of programs"))).id();
        test.accept(host);
        result(user.apps().delete(host));
    }
}
