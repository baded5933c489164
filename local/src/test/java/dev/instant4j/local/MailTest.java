package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails of apps and their senders: what the contract leaves open, and errors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailTest {
    private static final String SENDER = "/sender-verification";
    private static final String VERIFY = SENDER + "/verify-magic-code";
    private static final String SEND = SENDER + "/send-magic-code";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final ManualClock clock = new ManualClock();
    private final LocalPlatform platform = LocalPlatform.start(
                    vertx, LocalOptions.inMemory().withClock(clock).withMailbox(codes::put))
            .await();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void a_sender_is_verified_by_the_code_that_was_mailed_to_it() {
        TestApp app = withSender("Sender@Example.com");
        assertThat(app.get(SENDER).json()).isEqualTo(verification(false));

        app.post(SEND, new JsonObject());
        JsonObject answer = app.post(VERIFY, code("sender@example.com")).json();

        assertThat(answer).isEqualTo(new JsonObject("{\"verified\":true}"));
        assertThat(app.get(SENDER).json()).isEqualTo(verification(true));
        assertThat(app.get("/email_status").json().getJsonObject("info").getBoolean("verification_verified"))
                .isTrue();
    }

    @Test
    void a_code_is_good_once_and_not_for_long() {
        TestApp app = withSender("once@example.com");
        app.post(SEND, new JsonObject());
        assertThat(message(app.post(VERIFY, new JsonObject().put("code", "none"))))
                .isEqualTo("Validation failed for code: Invalid verification code.");

        clock.advance(Duration.ofMinutes(12));
        assertThat(message(app.post(VERIFY, code("once@example.com"))))
                .isEqualTo("Record expired: app-email-verification-code");

        app.post(SEND, new JsonObject());
        app.post(VERIFY, code("once@example.com"));
        assertThat(message(app.post(VERIFY, code("once@example.com"))))
                .isEqualTo("Validation failed for code: Invalid verification code.");
    }

    @Test
    void a_sender_that_is_no_address_does_not_count() {
        TestApp app = withSender("nonsense");

        JsonObject info = app.get("/email_status").json().getJsonObject("info");

        assertThat(info.getString("email")).isNull();
        assertThat(info.getString("sender_id")).isNull();
        assertThat(info.getString("name")).isEqualTo("test");
    }

    @Test
    void the_dashboard_shows_the_template_with_the_app() {
        TestApp app = withSender("shown@example.com");
        Exchanges exchanges = new Exchanges(vertx, platform);
        String login =
                platform.users().user("owner@local.test").await().loginToken().reveal();
        Map<String, String> asOwner = Map.of("Authorization", "Bearer " + login);
        exchanges
                .post("/dash/apps/" + app.id() + "/claim", asOwner, new JsonObject().put("token", app.token()))
                .await();

        JsonObject shown = exchanges
                .get("/dash", login)
                .await()
                .json()
                .getJsonArray("apps")
                .getJsonObject(0);

        assertThat(shown.getJsonObject("magic_code_email_template").getString("email"))
                .isEqualTo("shown@example.com");
        assertThat(app.post("/send-test-email", template().put("to", "owner@local.test"))
                        .json()
                        .getString("sent-to"))
                .isEqualTo("owner@local.test");
    }

    private TestApp withSender(String email) {
        TestApp app = TestApp.on(vertx, platform, new JsonObject());
        app.post("/email_templates", template().put("sender-email", email));
        return app;
    }

    private static JsonObject template() {
        return new JsonObject()
                .put("email-type", "magic-code")
                .put("subject", "{code}")
                .put("body", "{code}");
    }

    private JsonObject code(String email) {
        return new JsonObject().put("code", codes.get(email));
    }

    private static JsonObject verification(boolean isVerified) {
        return new JsonObject()
                .put("instant", new JsonObject().put("verified?", isVerified))
                .put("verification", null);
    }

    private static String message(Exchanges.Answer answer) {
        return answer.json().getString("message");
    }
}
