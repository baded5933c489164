package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How often codes are sent and tried. */
class CodeLimitTest {
    private static final int LIMIT = 20;
    private static final String REFUSAL =
            "Too many verification codes requested for this email. Please try again later.";

    private final Map<String, String> mails = new ConcurrentHashMap<>();
    private final ManualClock clock = new ManualClock();
    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform = LocalPlatform.start(
                    vertx, LocalOptions.inMemory().withMailbox(mails::put).withClock(clock))
            .await();
    private final Exchanges exchanges = new Exchanges(vertx, platform);

    @AfterEach
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void twenty_codes_an_hour_are_sent_to_an_address() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(send("a@local.test").status()).isEqualTo(200);
        }

        Exchanges.Answer refused = send("A@local.test");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().getString("type")).isEqualTo("rate-limited");
        assertThat(refused.json().getString("message")).isEqualTo(REFUSAL);
        assertThat(send("b@local.test").status()).isEqualTo(200);
        clock.advance(Duration.ofHours(1).plusMillis(1));
        assertThat(send("a@local.test").status()).isEqualTo(200);
    }

    @Test
    void twenty_codes_an_hour_are_tried_so_that_nobody_can_guess_one() {
        send("a@local.test");
        for (int i = 0; i < LIMIT; i++) {
            assertThat(verify("a@local.test", "wrong").json().getString("message"))
                    .isEqualTo("Record not found: instant-user-magic-code");
        }

        Exchanges.Answer refused = verify("a@local.test", mails.getOrDefault("a@local.test", ""));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().getString("message")).isEqualTo(REFUSAL);
        clock.advance(Duration.ofHours(1).plusMillis(1));
        send("a@local.test");
        assertThat(verify("a@local.test", mails.getOrDefault("a@local.test", ""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_code_is_too_old_after_eleven_minutes() {
        send("a@local.test");
        send("b@local.test");
        clock.advance(Duration.ofMinutes(11).minusMillis(1));
        assertThat(verify("a@local.test", mails.getOrDefault("a@local.test", ""))
                        .status())
                .isEqualTo(200);

        clock.advance(Duration.ofMillis(1));

        assertThat(verify("b@local.test", mails.getOrDefault("b@local.test", ""))
                        .json()
                        .getString("message"))
                .isEqualTo("Record expired: instant-user-magic-code");
    }

    private Exchanges.Answer send(String email) {
        return exchanges
                .post("/dash/auth/send_magic_code", Map.of(), new JsonObject().put("email", email))
                .await();
    }

    private Exchanges.Answer verify(String email, String code) {
        JsonObject body = new JsonObject().put("email", email).put("code", code);
        return exchanges.post("/dash/auth/verify_magic_code", Map.of(), body).await();
    }
}
