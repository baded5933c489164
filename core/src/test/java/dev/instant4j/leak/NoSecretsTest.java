package dev.instant4j.leak;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Runs after all other tests, as {@link ClassOrderer.OrderAnnotation} is the default of this module. */
@Order(Integer.MAX_VALUE)
class NoSecretsTest {

    @Test
    void secrets_are_recognised_in_headers_bodies_and_addresses() {
        String secret = "8ce5d753-6bd1-441c-a7a3-3010ba25068a";

        assertThat(Overheard.secretsIn("Authorization: Bearer " + secret + "\r\n"))
                .containsExactly(secret);
        assertThat(Overheard.secretsIn("{\"admin-token\":\"" + secret + "\"}")).containsExactly(secret);
        assertThat(Overheard.secretsIn("GET /token-info?access_token=" + secret + " HTTP/1.1"))
                .containsExactly(secret);
        assertThat(Overheard.secretsIn("{\"token\":\"short\",\"title\":\"" + secret + "\"}"))
                .isEmpty();
    }

    @Test
    void nothing_that_was_thrown_or_logged_holds_a_secret_that_was_sent() {
        assumeThat(Overheard.said())
                .as("run alone, there is nothing to look at")
                .isNotEmpty();
        assertThat(Overheard.secrets()).isNotEmpty();
        for (String said : Overheard.said()) {
            assertThat(Overheard.secrets()).noneMatch(said::contains);
        }
    }
}
