package dev.instant4j.auth;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PkceTest {

    @Test
    void the_challenge_is_that_of_the_standard() {
        Pkce pkce = new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        assertThat(pkce.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void a_random_one_is_long_enough_and_does_not_show_itself() {
        Pkce pkce = Pkce.random();

        assertThat(pkce.verifier())
                .matches("[0-9A-Za-z_-]{43,128}")
                .isNotEqualTo(Pkce.random().verifier());
        assertThat(pkce.toString()).doesNotContain(pkce.verifier());
    }
}
