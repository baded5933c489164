package dev.instant4j.contract;

import dev.instant4j.auth.OAuthClient;
import dev.instant4j.auth.Pkce;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every platform answers to a program that has nothing to show for itself. */
public interface OAuthContract extends PlatformContract {
    OAuthClientId STRANGER = new OAuthClientId(new UUID(1, 2));
    URI ELSEWHERE = URI.create("https://reports.test/cb");

    @Test
    default void a_code_that_nobody_was_given_is_not_found() {
        Token code = Token.of(UUID.randomUUID().toString());

        assertThatThrownBy(() ->
                        result(platform().oauth().exchange(OAuthClient.open(STRANGER, ELSEWHERE), code, Pkce.random())))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND);
                    assertThat(refusal.getMessage()).contains("oauth-code").doesNotContain(code.reveal());
                });
    }

    @Test
    default void a_client_with_a_secret_that_is_none_is_not_found() {
        OAuthClient client = OAuthClient.confidential(STRANGER, Token.of("0".repeat(68)), ELSEWHERE);
        Token refresh = Token.of("prt_" + "0".repeat(64));

        assertThatThrownBy(() -> result(platform().oauth().refresh(client, refresh)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.getMessage()).contains("oauth-app-client"));
    }

    @Test
    default void revoking_what_is_unknown_is_no_failure() {
        result(platform().oauth().revoke(Token.of("pat_" + "0".repeat(64))));
        result(platform().oauth().revoke(Token.of("prt_" + "0".repeat(64))));
    }

    @Test
    default void an_unknown_access_token_is_good_for_nothing() {
        Token access = Token.of("pat_" + "0".repeat(64));

        assertThatThrownBy(() -> result(platform().oauth().tokenInfo(access)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND));
    }
}
