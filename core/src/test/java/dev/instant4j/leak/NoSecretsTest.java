package dev.instant4j.leak;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NoSecretsTest {
    private static final String SECRET = "8ce5d753-6bd1-441c-a7a3-3010ba25068a";

    @Test
    void secrets_are_recognised_in_headers_bodies_and_addresses() {
        assertThat(Overheard.secretsIn("Authorization: Bearer " + SECRET + "\r\n"))
                .containsExactly(SECRET);
        assertThat(Overheard.secretsIn("{\"admin-token\":\"" + SECRET + "\"}")).containsExactly(SECRET);
        assertThat(Overheard.secretsIn("GET /token-info?access_token=" + SECRET + " HTTP/1.1"))
                .containsExactly(SECRET);
        assertThat(Overheard.secretsIn("{\"token\":\"short\",\"title\":\"" + SECRET + "\"}"))
                .isEmpty();
    }

    @Test
    void a_secret_that_was_said_is_found_and_not_said_again() {
        assertThat(Overheard.leaks(Set.of(SECRET), Map.of(SECRET, "no such token: " + SECRET)))
                .containsExactly("no such token: ••••");
        assertThat(Overheard.leaks(Set.of(), Map.of(SECRET, SECRET))).isEmpty();
    }

    @Test
    void a_token_of_a_platform_is_a_secret_even_if_it_was_never_sent() {
        String token = "per_" + "0".repeat(64);

        assertThat(Overheard.leaks(Set.of(), Map.of(token, token))).containsExactly("••••");
    }

    @Test
    void the_tokens_that_a_server_of_a_test_receives_are_noted() {
        String token = "0f0f0f0f-0000-4000-8000-00000000000f";
        Vertx vertx = Vertx.vertx();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end());

        server.listen(0, "localhost")
                .compose(listening -> vertx.createHttpClient()
                        .request(HttpMethod.GET, listening.actualPort(), "localhost", "/")
                        .compose(request -> request.putHeader("authorization", "Bearer " + token)
                                .send()))
                .await();

        assertThat(Overheard.secrets()).contains(token);
        vertx.close().await();
    }

    @Test
    void an_exception_that_is_made_somewhere_is_heard() throws IOException {
        String word = "heard_" + "0".repeat(20);
        Eavesdropping listening = new Eavesdropping();

        assertThatThrownBy(() -> UUID.fromString(word)).isInstanceOf(IllegalArgumentException.class);
        listening.close();

        assertThat(Overheard.said()).containsKey(word);
    }
}
