package dev.instant4j.client;

import dev.instant4j.auth.OAuthClient;
import dev.instant4j.auth.OAuthTokens;
import dev.instant4j.auth.Pkce;
import dev.instant4j.auth.Scope;
import dev.instant4j.auth.TokenInfo;
import dev.instant4j.error.ApiException;
import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;
import dev.instant4j.recorded.Recording.Exchange;
import dev.instant4j.recorded.Served;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.instant4j.recorded.Served.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

@ExtendWith(VertxExtension.class)
class OAuthApiTest {
    private static final OAuthClientId ID = OAuthClientId.parse("dbbca636-0000-4000-8000-000000000001");
    private static final URI CALLBACK = URI.create("http://localhost:9999/cb?from=instant");
    private static final Token SECRET = Token.of("3f90".repeat(17));
    private static final Token CODE = Token.of("ed6b386a-3d2c-459f-9d4c-dfeeda936c40");
    private static final Token ACCESS = Token.of("pat_" + "a".repeat(64));
    private static final Token REFRESH = Token.of("prt_" + "b".repeat(64));
    private static final Pkce PKCE = new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    @Test
    void users_are_sent_to_a_page_that_knows_everything_but_the_secrets(Vertx vertx) {
        try (Served served = Served.exchanges(vertx)) {
            OAuthClient client = OAuthClient.confidential(ID, SECRET, CALLBACK);

            URI page = served.platform()
                    .oauth()
                    .authorizeUrl(client, Set.of(Scope.DATA_READ, Scope.APPS_WRITE), "state 1", PKCE);

            assertThat(page.toString())
                    .endsWith("/platform/oauth/start?client_id=" + ID
                            + "&redirect_uri=http%3A%2F%2Flocalhost%3A9999%2Fcb%3Ffrom%3Dinstant&response_type=code"
                            + "&scope=apps-write%20data-read&state=state%201"
                            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        }
    }

    @Test
    void nothing_can_be_authorized_without_scopes_or_state(Vertx vertx) {
        try (Served served = Served.exchanges(vertx)) {
            OAuthApi oauth = served.platform().oauth();
            OAuthClient client = OAuthClient.open(ID, CALLBACK);

            assertThatThrownBy(() -> oauth.authorizeUrl(client, Set.of(), "s", PKCE))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> oauth.authorizeUrl(client, Set.of(Scope.DATA_READ), " ", PKCE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_client_with_a_secret_gets_tokens_that_can_be_renewed(Vertx vertx) {
        Exchange exchange = Exchange.of(
                "POST",
                "/platform/oauth/token",
                "{'grant_type':'authorization_code','client_id':'" + ID + "','client_secret':'" + SECRET.reveal()
                        + "','code':'" + CODE.reveal() + "','redirect_uri':'" + CALLBACK + "'}",
                "{'access_token':'" + ACCESS.reveal() + "','expires_in':1209599,'token_type':'Bearer',"
                        + "'refresh_token':'" + REFRESH.reveal() + "','scopes':'apps-read apps-write new-scope'}");
        try (Served served = Served.exchanges(vertx, exchange)) {
            OAuthClient client = OAuthClient.confidential(ID, SECRET, CALLBACK);

            OAuthTokens tokens = result(served.platform().oauth().exchange(client, CODE, PKCE));

            assertThat(tokens.access()).isEqualTo(ACCESS);
            assertThat(tokens.refresh()).hasValue(REFRESH);
            assertThat(tokens.scopes()).containsExactly(Scope.APPS_READ, Scope.APPS_WRITE);
            assertThat(Duration.between(Instant.now(), tokens.expiresAt()).toSeconds())
                    .isCloseTo(1209599, within(60L));
            assertThat(served.authorizations()).containsExactly("");
        }
    }

    @Test
    void a_client_without_a_secret_proves_itself_by_the_verifier(Vertx vertx) {
        Exchange exchange = Exchange.of(
                "POST",
                "/platform/oauth/token",
                "{'grant_type':'authorization_code','client_id':'" + ID + "','code':'" + CODE.reveal()
                        + "','redirect_uri':'" + CALLBACK + "','code_verifier':'" + PKCE.verifier() + "'}",
                "{'access_token':'" + ACCESS.reveal()
                        + "','expires_in':10,'token_type':'Bearer','scopes':'data-read'}");
        try (Served served = Served.exchanges(vertx, exchange)) {
            OAuthTokens tokens = result(served.platform().oauth().exchange(OAuthClient.open(ID, CALLBACK), CODE, PKCE));

            assertThat(tokens.refresh()).isEmpty();
        }
    }

    @Test
    void a_token_tells_what_it_is_good_for(Vertx vertx) {
        Exchange exchange = Exchange.of(
                "GET",
                "/platform/oauth/token-info?access_token=" + ACCESS.reveal(),
                "",
                "{'expires_in':1209599,'token_type':'Bearer','scopes':'apps-read'}");
        try (Served served = Served.exchanges(vertx, exchange)) {
            TokenInfo info = result(served.platform().oauth().tokenInfo(ACCESS));

            assertThat(info.scopes()).containsExactly(Scope.APPS_READ);
        }
    }

    @Test
    void a_token_in_an_address_is_in_no_message(Vertx vertx) {
        try (Served served = Served.exchanges(vertx)) {
            assertThatThrownBy(() -> result(served.platform().oauth().tokenInfo(ACCESS)))
                    .isInstanceOf(ApiException.class)
                    .message()
                    .doesNotContain(ACCESS.reveal());
        }
    }

    @Test
    void a_token_is_revoked_by_a_form(Vertx vertx) {
        Exchange exchange =
                new Exchange("POST", "/platform/oauth/revoke", "token=" + REFRESH.reveal(), 200, new JsonObject());
        try (Served served = Served.exchanges(vertx, exchange)) {
            result(served.platform().oauth().revoke(REFRESH));

            assertThat(served.unserved()).isEmpty();
        }
    }
}
