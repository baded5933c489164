package dev.instant4j.contract;

import dev.instant4j.auth.SignIn;
import dev.instant4j.client.AppsApi;
import dev.instant4j.client.BrowserSignIn;
import dev.instant4j.client.Include;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.App;
import dev.instant4j.model.AppDetails;
import dev.instant4j.model.AppId;
import dev.instant4j.model.AppStatus;
import dev.instant4j.model.CreatedApp;
import dev.instant4j.model.CreatedPersonalToken;
import dev.instant4j.model.Org;
import dev.instant4j.model.PersonalToken;
import dev.instant4j.model.SharedApp;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import io.vertx.core.Future;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

import static dev.instant4j.contract.Definitions.TODOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every platform does for people who have an account. */
public interface AccountsContract extends PlatformContract {

    /** Returns a personal access token of a user. */
    Token personalToken();

    /** Returns the token of the same user after a sign-in. */
    Token signInToken();

    @Test
    default void an_app_is_created_listed_renamed_and_deleted() {
        AppsApi apps = user().apps();
        CreatedApp app = result(apps.create(NewApp.titled("life").schema(TODOS)));

        assertThat(result(apps.rename(app.id(), "renamed")).title()).isEqualTo("renamed");
        assertThat(result(apps.list(Include.SCHEMA, Include.RULES)))
                .filteredOn(listed -> listed.app().id().equals(app.id()))
                .singleElement()
                .satisfies(listed -> {
                    assertThat(listed.app().title()).isEqualTo("renamed");
                    assertThat(listed.schema().orElseThrow().own()).hasSize(4);
                });
        result(apps.delete(app.id()));

        assertThatThrownBy(() -> result(apps.get(app.id())))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND));
    }

    @Test
    default void an_app_of_ones_own_id_can_be_created_twice_but_by_its_owner_only() {
        AppsApi apps = user().apps();
        AppId id = new AppId(UUID.randomUUID());
        Token token = AppsApi.newAdminToken();
        NewApp app = NewApp.titled("own id").schema(TODOS);

        CreatedApp first = result(apps.createWithId(id, token, app));
        CreatedApp second = result(apps.createWithId(id, token, app));

        assertThat(second.id()).isEqualTo(first.id());
        assertThatThrownBy(() -> result(apps.createWithId(id, AppsApi.newAdminToken(), app)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_UNIQUE));
        result(apps.delete(id));
    }

    @Test
    default void a_temporary_app_is_claimed_and_closed() {
        InstantPlatform me = platform().withToken(signInToken());
        TemporaryApp app = result(platform().apps().createTemporary(NewApp.titled("contract")));

        assertThat(result(platform().apps().temporary().get(app.id())).app().title())
                .isEqualTo("contract");
        result(me.apps().temporary().claim(app.id(), app.adminToken()));
        result(me.apps().setStatus(app.id(), AppStatus.READ_ONLY));

        assertThat(result(user().apps().get(app.id())).status()).isEqualTo(AppStatus.READ_ONLY);
        assertThatThrownBy(() -> result(platform().apps().temporary().get(app.id())))
                .isInstanceOf(ApiException.class);
        result(user().apps().delete(app.id()));
    }

    @Test
    default void an_admin_token_is_replaced_at_once() {
        InstantPlatform me = platform().withToken(signInToken());
        CreatedApp app = result(user().apps().create(NewApp.titled("rotation")));

        Token token = AppsApi.newAdminToken();

        result(me.apps().replaceAdminToken(app.id(), token));

        App read = result(platform().withToken(token).apps().get(app.id()));
        assertThat(read.id()).isEqualTo(app.id());
        assertThatThrownBy(() ->
                        result(platform().withToken(app.adminToken()).apps().get(app.id())))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(401));
        result(user().apps().delete(app.id()));
    }

    @Test
    default void a_personal_access_token_works_until_it_is_deleted() {
        InstantPlatform me = platform().withToken(signInToken());
        CreatedPersonalToken created = result(me.tokens().createPersonal("contract"));

        assertThat(result(me.tokens().personal()))
                .extracting(PersonalToken::id)
                .contains(created.about().id());
        result(platform().withToken(created.token()).orgs().list());
        result(me.tokens().deletePersonal(created.about().id()));

        assertThatThrownBy(() ->
                        result(platform().withToken(created.token()).orgs().list()))
                .isInstanceOf(ApiException.class);
    }

    @Test
    default void signing_in_through_a_browser_waits_for_nobody_once_cancelled() {
        BrowserSignIn begun = result(platform().tokens().startBrowserSignIn(URI.create("http://localhost:3000")));
        Future<SignIn> signIn = begun.await();

        begun.cancel();

        assertThatThrownBy(() -> result(signIn)).isInstanceOf(CancellationException.class);
    }

    @Test
    default void an_org_has_its_own_apps() {
        InstantPlatform me = platform().withToken(signInToken());
        Org org = result(me.orgs().create("Contract org"));

        CreatedApp app = result(user().apps().create(NewApp.titled("of org").in(org.id())));

        assertThat(result(user().orgs().list())).extracting(Org::id).contains(org.id());
        assertThat(result(user().orgs().apps(org.id())))
                .extracting(SharedApp::app)
                .extracting(App::id)
                .containsExactly(app.id());
        assertThat(result(me.orgs().get(org.id())).apps()).hasSize(1);
        result(user().apps().delete(app.id()));
    }

    @Test
    default void the_real_reason_is_told_where_the_platform_hides_it() {
        TemporaryApp app = newApp();
        Token unknown = Token.of("per_" + "0".repeat(64));

        assertThatThrownBy(() -> result(platform().withToken(unknown).schema().pull(app.id())))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND));
    }

    @Test
    default void an_app_is_read_with_what_is_asked_for_besides() {
        CreatedApp app = result(user().apps().create(NewApp.titled("besides").schema(TODOS)));

        AppDetails details = result(user().apps().get(app.id(), Include.SCHEMA, Include.RULES));

        assertThat(details.schema().orElseThrow().toSchema().links()).hasSize(1);
        assertThat(details.rules().orElseThrow().namespaces()).isEmpty();
        result(user().apps().delete(app.id()));
    }

    private InstantPlatform user() {
        return platform().withToken(personalToken());
    }
}
