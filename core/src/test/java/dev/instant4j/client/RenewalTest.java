package dev.instant4j.client;

import dev.instant4j.auth.Credentials;
import dev.instant4j.auth.OAuthClient;
import dev.instant4j.auth.OAuthTokens;
import dev.instant4j.auth.RenewalListener;
import dev.instant4j.error.ApiException;
import dev.instant4j.leak.Overheard;
import dev.instant4j.model.AppId;
import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Token;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.VertxInternal;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.instant4j.client.Scripted.failure;
import static dev.instant4j.client.Scripted.result;
import static org.assertj.core.api.Assertions.assertThat;

/** How a client of OAuth credentials gets itself another access token. */
@ExtendWith(VertxExtension.class)
@SuppressWarnings("NullAway.Init")
class RenewalTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final Token OLD = Token.of("pat_" + "0".repeat(64));
    private static final Token NEW = Token.of("pat_" + "1".repeat(64));
    private static final Token REFRESH = Token.of("prt_" + "2".repeat(64));
    private static final Token SECRET = Token.of("3f90".repeat(17));

    private final AtomicInteger renewals = new AtomicInteger();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile String refusal = "401 {}";
    private volatile String renewal = "200 {'access_token':'" + NEW.reveal()
            + "','expires_in':1209599,'token_type':'Bearer','scope':'apps-read apps-write'}";
    private HttpServer server;
    private InstantPlatform platform;
    private RenewalListener listener = RenewalListener.none();

    static Stream<String> signs() {
        return Stream.of(
                "401 {'type':'record-not-found','hint':{'record-type':'instant-user'}}",
                "401 {'type':'record-not-found','hint':null}",
                "401 <html>Unauthorized</html>",
                "400 {'type':'record-not-found','hint':{'record-type':'instant-user'}}",
                "400 {'type':'record-not-found','hint':{'record-type':'oauth-access-token'}}",
                "400 {'type':'record-expired','message':'Record expired: oauth-access-token','hint':{'args':[]}}");
    }

    @BeforeEach
    void start(Vertx vertx) {
        server = vertx.createHttpServer().requestHandler(this::receive);
        result(server.listen(0, "localhost"));
        URI uri = URI.create("http://localhost:" + server.actualPort());
        OAuthClient client = OAuthClient.confidential(
                OAuthClientId.parse("dbbca636-0000-4000-8000-000000000001"),
                SECRET,
                URI.create("https://example.com/callback"));
        platform = InstantPlatform.create(
                vertx,
                PlatformOptions.at(uri)
                        .withRetry(RetryPolicy.NEVER)
                        .withCredentials(
                                new Credentials.Renewable(OLD, REFRESH, client, tokens -> listener.renewed(tokens))));
    }

    @AfterEach
    void stop() {
        result(platform.close());
        result(server.close());
    }

    @ParameterizedTest
    @MethodSource("signs")
    void a_refused_token_is_renewed_and_the_request_sent_again(String sign) {
        refusal = sign;

        assertThat(result(platform.rules().get(APP))).isEqualTo(Rules.NONE);
        assertThat(renewals).hasValue(1);
        assertThat(bodies)
                .singleElement()
                .satisfies(body -> assertThat(body).contains(REFRESH.reveal(), SECRET.reveal(), "refresh_token"));
    }

    @Test
    void a_write_is_sent_again_too_for_a_refused_token_did_nothing() {
        assertThat(result(platform.rules().replace(APP, Rules.NONE).map("done")))
                .isEqualTo("done");
    }

    @Test
    void a_fault_that_hides_an_expired_token_is_seen_through() {
        refusal = "500 {'type':'sql-exception','message':'SQL Exception: unknown'}";

        assertThat(result(platform.rules().pull(APP))).isEqualTo(Rules.NONE);
        assertThat(renewals).hasValue(1);
    }

    @Test
    void many_requests_at_once_renew_the_token_once() {
        List<Future<Rules>> all =
                Stream.generate(() -> platform.rules().get(APP)).limit(20).toList();

        result(Future.all(all));

        assertThat(renewals).hasValue(1);
    }

    @Test
    void requests_that_share_a_renewal_are_answered_on_the_contexts_they_came_from(Vertx vertx) {
        List<Future<Boolean>> all =
                Stream.generate(() -> answeredWhereItWasAsked(vertx)).limit(6).toList();

        assertThat(result(Future.all(all)).list()).containsOnly(true);
        assertThat(renewals).hasValue(1);
    }

    private Future<Boolean> answeredWhereItWasAsked(Vertx vertx) {
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        Promise<Boolean> answered = Promise.promise();
        context.runOnContext(now -> platform.rules()
                .get(APP)
                .map(rules -> Vertx.currentContext() == context)
                .onComplete(answered));
        return answered.future();
    }

    @Test
    void the_listener_gets_the_new_token_before_it_is_used() {
        List<OAuthTokens> told = new CopyOnWriteArrayList<>();
        listener = tokens -> Future.succeededFuture().map(noted -> {
            told.add(tokens);
            return null;
        });

        result(platform.rules().get(APP));

        assertThat(told).singleElement().satisfies(tokens -> {
            assertThat(tokens.access()).isEqualTo(NEW);
            assertThat(tokens.refresh()).isEmpty();
            assertThat(tokens.scopes()).hasSize(2);
        });
    }

    @Test
    void a_failed_renewal_fails_the_request_with_its_reason() {
        renewal = "400 {'type':'record-not-found','message':'Record not found: oauth-refresh-token',"
                + "'hint':{'record-type':'oauth-refresh-token','token':'" + REFRESH.reveal() + "'}}";

        ApiException reason = failure(ApiException.class, platform.rules().get(APP));

        assertThat(reason).hasMessageContaining("oauth-refresh-token");
        assertThat(reason.hint()).doesNotContain(REFRESH.reveal());
    }

    @Test
    void a_token_that_is_refused_again_is_not_renewed_again() {
        renewal = renewal.replace(NEW.reveal(), "pat_" + "9".repeat(64));

        failure(ApiException.class, platform.rules().get(APP));

        assertThat(renewals).hasValue(1);
    }

    private void receive(HttpServerRequest request) {
        if (request.path().equals("/platform/oauth/token")) {
            renewals.incrementAndGet();
            request.body().onSuccess(body -> {
                bodies.add(body.toString());
                Overheard.confided(body.toString());
                Overheard.confided(renewal.replace('\'', '"'));
                answer(request.response(), renewal);
            });
        } else if (("Bearer " + NEW.reveal()).equals(request.getHeader("authorization"))) {
            answer(request.response(), "200 {'perms':null,'rules':null,'app':{}}");
        } else if (request.path().startsWith("/superadmin") && refusal.startsWith("500")) {
            answer(request.response(), "400 {'type':'record-not-found','hint':{'record-type':'oauth-access-token'}}");
        } else {
            answer(request.response(), refusal);
        }
    }

    private static void answer(HttpServerResponse response, String answer) {
        response.setStatusCode(Integer.parseInt(answer.substring(0, 3)))
                .end(answer.substring(4).replace('\'', '"'));
    }
}
