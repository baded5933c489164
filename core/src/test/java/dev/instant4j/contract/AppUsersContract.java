package dev.instant4j.contract;

import dev.instant4j.admin.SignedInUser;
import dev.instant4j.admin.UserKey;
import dev.instant4j.client.AppUsersApi;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How the users of an app sign in on every platform. */
public interface AppUsersContract extends PlatformContract {

    @Test
    default void a_token_makes_a_user_once() {
        AppUsersApi users = users(newApp());

        SignedInUser first = result(users.createToken(UserKey.email("ann@example.com")));
        SignedInUser second = result(users.createToken(UserKey.email("ann@example.com")));

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.user()).isEqualTo(first.user());
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(result(users.get(UserKey.signedIn(first.token())))).contains(first.user());
        assertThat(result(users.get(UserKey.id(first.user().id())))).contains(first.user());
    }

    @Test
    default void a_user_who_signs_out_has_no_token_any_more() {
        AppUsersApi users = users(newApp());
        SignedInUser ann = result(users.createToken(UserKey.email("ann@example.com")));
        SignedInUser again = result(users.createToken(UserKey.email("ann@example.com")));

        result(users.signOut(UserKey.signedIn(ann.token())));
        assertThat(result(users.get(UserKey.signedIn(ann.token())))).isEmpty();
        assertThat(result(users.get(UserKey.signedIn(again.token())))).contains(ann.user());
        result(users.signOut(UserKey.email("ann@example.com")));

        assertThat(result(users.get(UserKey.signedIn(again.token())))).isEmpty();
    }

    @Test
    default void a_deleted_user_is_gone() {
        AppUsersApi users = users(newApp());
        SignedInUser ann = result(users.createToken(UserKey.email("ann@example.com")));

        assertThat(result(users.delete(UserKey.email("ann@example.com")))).contains(ann.user());
        assertThat(result(users.delete(UserKey.email("ann@example.com")))).isEmpty();
        assertThat(result(users.get(UserKey.signedIn(ann.token())))).isEmpty();
    }

    @Test
    default void a_code_is_good_for_one_sign_in() {
        AppUsersApi users = users(newApp());
        Token code = result(users.createMagicCode("ann@example.com"));

        SignedInUser ann = result(users.verifyMagicCode("ann@example.com", code));

        assertThat(ann.isNew()).isTrue();
        assertThat(ann.user().email()).isEqualTo("ann@example.com");
        assertThatThrownBy(() -> result(users.verifyMagicCode("ann@example.com", code)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND));
    }

    @Test
    default void a_guest_has_no_address() {
        AppUsersApi users = users(newApp());

        SignedInUser guest = result(users.createGuest());

        assertThat(guest.user().isGuest()).isTrue();
        assertThat(guest.user().email()).isEmpty();
        assertThat(result(users.get(UserKey.signedIn(guest.token())))).contains(guest.user());
    }

    private AppUsersApi users(TemporaryApp app) {
        return as(app).admin(app.id()).users();
    }
}
