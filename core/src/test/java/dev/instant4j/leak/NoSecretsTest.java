package dev.instant4j.leak;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs after all other tests, as {@link ClassOrderer.OrderAnnotation} is the default of this module. */
@Order(Integer.MAX_VALUE)
class NoSecretsTest {

    @Test
    void nothing_that_was_thrown_or_logged_holds_a_secret_that_was_sent() {
        for (String said : Overheard.said()) {
            assertThat(Overheard.secrets()).noneMatch(said::contains);
        }
    }
}
