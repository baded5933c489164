package dev.instant4j.client;

import dev.instant4j.client.ScriptedServer.Line;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.DecodeException;
import dev.instant4j.error.ErrorType;
import dev.instant4j.error.TransportException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Token;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of requests when the network or the server does not behave. */
@ExtendWith(VertxExtension.class)
@SuppressWarnings("NullAway.Init")
class TransportFaultTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final Token TOKEN = Token.of("8ce5d753-6bd1-441c-a7a3-3010ba25068a");

    private Vertx vertx;
    private ScriptedServer server;
    private InstantPlatform platform;

    @BeforeEach
    void keep(Vertx vertx) {
        this.vertx = vertx;
    }

    @AfterEach
    void close() throws TimeoutException {
        platform.close().await(10, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void an_answer_is_read_and_the_token_sent() {
        platform = scripted(Line.answer(200, "{\"perms\":null,\"unknown\":1}"));

        assertThat(result(platform.rules().pull(APP))).isEqualTo(Rules.NONE);

        assertThat(server.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("GET /dash/apps/" + APP + "/perms/pull HTTP/1.1")
                        .containsIgnoringCase("authorization: Bearer " + TOKEN.reveal()));
    }

    @Test
    void nobody_listening_means_that_nothing_can_have_happened() throws IOException {
        platform = scripted(Line.silence());
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress("localhost", 0));
            URI nowhere = URI.create("http://localhost:" + bound.getLocalPort());
            InstantPlatform unheard = client(PlatformOptions.at(nowhere));

            TransportException failure =
                    failure(TransportException.class, unheard.rules().pull(APP));

            assertThat(failure.mayHaveHappened()).isFalse();
            assertThat(failure).hasMessageContaining("read the rules").hasMessageContaining(nowhere.toString());
            result(unheard.close());
        }
    }

    @Test
    void a_connection_closed_before_the_answer_may_have_happened() {
        platform = scripted(Line.rawThenClose(""));

        TransportException failure =
                failure(TransportException.class, platform.rules().replace(APP, Rules.NONE));

        assertThat(failure.mayHaveHappened()).isTrue();
    }

    @Test
    void a_connection_closed_in_mid_answer_is_no_answer() {
        platform = scripted(Line.rawThenClose("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"perms\":"));

        assertThat(failure(TransportException.class, platform.rules().pull(APP)).mayHaveHappened())
                .isTrue();
    }

    @Test
    void garbage_instead_of_http_is_no_answer() {
        platform = scripted(Line.rawThenClose("SSH-2.0-OpenSSH_9.6\r\n\r\n"));

        assertThat(failure(TransportException.class, platform.rules().pull(APP)))
                .hasMessageContaining("read the rules");
    }

    @Test
    void silence_ends_at_the_deadline() {
        platform = hasty(Line.silence());

        assertThat(failure(TransportException.class, platform.rules().pull(APP)))
                .hasMessageContaining("within 200 ms");
    }

    @Test
    void a_slow_drip_ends_at_the_deadline_and_loses_its_connection() {
        Promise<Void> closed = Promise.promise();
        platform = hasty(connection -> {
            Line.drip(vertx).play(connection);
            connection.endHandler(end -> closed.tryComplete());
        });

        assertThat(failure(TransportException.class, platform.rules().pull(APP)))
                .hasMessageContaining("within 200 ms");
        result(closed.future());
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        server = ScriptedServer.start(vertx, Line.answer(200, "{\"perms\":\"" + "x".repeat(5000) + "\"}"));
        platform = client(PlatformOptions.at(server.uri()).withLimits(Limits.DEFAULT.withMaxBytes(1000)));

        assertThat(failure(TransportException.class, platform.rules().pull(APP)))
                .hasMessageContaining("more than 1000 bytes");
    }

    @Test
    void a_200_without_a_body_is_a_failure() {
        platform = scripted(Line.answer(200, ""));

        assertThat(failure(DecodeException.class, platform.rules().replace(APP, Rules.NONE)))
                .hasMessageContaining("the answer has nothing");
    }

    @Test
    void a_200_that_is_not_json_is_a_failure() {
        platform = scripted(Line.answer(200, "<html>Welcome</html>"));

        assertThat(failure(DecodeException.class, platform.rules().pull(APP))).hasMessageContaining("not JSON");
    }

    @Test
    void a_200_that_ends_too_early_is_a_failure() {
        platform = scripted(Line.answer(200, "{\"perms\":"));

        failure(DecodeException.class, platform.rules().pull(APP));
    }

    @Test
    void an_error_that_is_not_json_keeps_its_status_and_text() {
        platform = scripted(Line.answer(400, "Malformed JSON in request body."));

        ApiException refusal = failure(ApiException.class, platform.rules().pull(APP));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.type()).isEqualTo(ErrorType.UNKNOWN);
        assertThat(refusal).hasMessageContaining("Malformed JSON in request body.");
    }

    @Test
    void a_redirect_is_not_followed() {
        platform = scripted(
                Line.raw("HTTP/1.1 302 Found\r\nlocation: http://localhost:1/steal\r\ncontent-length: 0\r\n\r\n"));

        assertThat(failure(ApiException.class, platform.rules().pull(APP)).status())
                .isEqualTo(302);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_token_that_the_platform_echoes_is_not_repeated() {
        platform = scripted(Line.answer(
                400,
                "{\"type\":\"param-malformed\",\"message\":\"no: " + TOKEN.reveal()
                        + "\",\"hint\":{\"original-input\":\"Bearer " + TOKEN.reveal() + "\"}}"));

        ApiException refusal = failure(ApiException.class, platform.rules().pull(APP));

        assertThat(refusal.getMessage() + refusal.hint() + refusal).doesNotContain(TOKEN.reveal());
    }

    @Test
    void futures_complete_on_the_context_of_the_caller() {
        platform = scripted(Line.answer(200, "{\"perms\":null}"));
        Context context = vertx.getOrCreateContext();
        Promise<Context> completedOn = Promise.promise();

        context.runOnContext(start ->
                platform.rules().pull(APP).onComplete(done -> completedOn.tryComplete(vertx.getOrCreateContext())));

        assertThat(result(completedOn.future())).isSameAs(context);
    }

    private InstantPlatform scripted(Line... script) {
        server = ScriptedServer.start(vertx, script);
        return client(PlatformOptions.at(server.uri()));
    }

    private InstantPlatform hasty(Line... script) {
        server = ScriptedServer.start(vertx, script);
        return client(PlatformOptions.at(server.uri()).withDeadline(Duration.ofMillis(200)));
    }

    private InstantPlatform client(PlatformOptions options) {
        return InstantPlatform.create(vertx, options.withToken(TOKEN).withRetry(RetryPolicy.NEVER));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("The client neither answers nor gives up.", late);
        }
    }

    private static <E extends Throwable> E failure(Class<E> type, Future<?> future) {
        return Scripted.failure(type, future);
    }
}
