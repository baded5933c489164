package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.instant4j.local.TestApp.step;
import static org.assertj.core.api.Assertions.assertThat;

/** Webhooks: what the contract leaves open, and errors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookTest {
    private static final String WEBHOOKS = "/webhooks";
    private static final String UNKNOWN = "5eed0000-0000-4000-8000-000000000001";
    private static final String ISN = "0/328/48953748";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com, The Webhook url must be https",
        "HTTPS://example.com, The Webhook url must be https",
        "nonsense, The Webhook url must be https",
        "https://localhost/x, 'The Webhook url must be a public url, localhost is not allowed.'",
        "https://127.0.0.1:8443/x, 'The Webhook url must be a public url, localhost is not allowed.'",
        "https://, Invalid URL.",
        "https:nonsense, Invalid URL.",
        "https://a b, Invalid URL.",
        "https://10.1.2.3/x, Could not resolve URL.",
        "https://172.16.0.1/x, Could not resolve URL.",
        "https://192.168.0.1/x, Could not resolve URL.",
        "https://169.254.169.254/x, Could not resolve URL.",
        "https://100.64.0.1/x, Could not resolve URL.",
        "https://0.0.0.0/x, Could not resolve URL.",
        "https://255.255.255.255/x, Could not resolve URL.",
        "https://[::1]/x, Could not resolve URL.",
        "https://[fd00::1]/x, Could not resolve URL.",
        "https://[::ffff:10.0.0.1]/x, Could not resolve URL.",
        "https://intranet/x, Could not resolve URL.",
        "https://printer.local/x, Could not resolve URL.",
        "https://nowhere.invalid/x, Could not resolve URL."
    })
    void an_address_that_is_not_public_is_refused_before_all_else(String url, String reason) {
        JsonObject refusal =
                app().post(WEBHOOKS, webhook(url, List.of(), List.of())).json();

        assertThat(refusal.getString("message")).isEqualTo("Validation failed for webhook: " + reason);
        assertThat(refusal.getJsonObject("hint").getJsonObject("input").getString("url"))
                .isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | Missing parameter: [\"body\" \"url\"]",
                "{\"url\":\"https://example.com\",\"actions\":[]} | Missing parameter: [\"body\" \"namespaces\"]",
                "{\"url\":\"https://example.com\",\"namespaces\":[1],\"actions\":[]}"
                        + " | Malformed parameter: [\"body\" \"namespaces\"]",
                "{\"url\":\"https://example.com\",\"namespaces\":[\"nope\"],\"actions\":[]}"
                        + " | Validation failed for webhook: Could not find matching table for nope",
                "{\"url\":\"https://example.com\",\"namespaces\":[],\"actions\":[]}"
                        + " | Validation failed for webhook: Webhook must have at least one table.",
                "{\"url\":\"https://example.com\",\"namespaces\":[\"posts\"],\"actions\":[]}"
                        + " | Validation failed for webhook: Webhook must have at least one action.",
                "{\"url\":\"https://example.com\",\"namespaces\":[\"posts\"],\"actions\":[\"zzz\"]}"
                        + " | Malformed parameter: [\"body\" \"actions\"]"
            })
    void what_is_wrong_is_told_in_a_fixed_order(String body, String message) {
        assertThat(app().post(WEBHOOKS, new JsonObject(body)).json().getString("message"))
                .isEqualTo(message);
    }

    @Test
    void an_app_has_a_hundred_active_webhooks_at_most() {
        TestApp app = app();
        String first = create(app, "https://example.com/0");
        for (int i = 1; i < 100; i++) {
            create(app, "https://example.com/" + i);
        }
        String limit = "Validation failed for webhooks: An app may not have more than 100 active webhooks.";

        JsonObject oneMore = webhook("https://example.com/100", List.of("posts"), List.of("create"));
        assertThat(app.post(WEBHOOKS, oneMore).json().getString("message")).isEqualTo(limit);
        app.post(WEBHOOKS + "/" + first + "/disable", new JsonObject());
        assertThat(app.post(WEBHOOKS, oneMore).status()).isEqualTo(200);
        assertThat(app.post(WEBHOOKS + "/" + first + "/enable", new JsonObject())
                        .json()
                        .getString("message"))
                .isEqualTo(limit);
    }

    @Test
    void a_webhook_can_become_no_twin_of_an_active_one() {
        TestApp app = app();
        String one = create(app, "https://example.com/one");
        String other = create(app, "https://example.com/other");
        JsonObject twin = new JsonObject().put("url", "https://example.com/one");
        String taken = "Validation failed for webhooks: A webhook already exists with all of the same properties";

        assertThat(app.post(WEBHOOKS + "/" + other, twin).json().getString("message"))
                .isEqualTo(taken);
        app.post(WEBHOOKS + "/" + one + "/disable", new JsonObject());
        assertThat(app.post(WEBHOOKS + "/" + other, twin).status()).isEqualTo(200);
        JsonObject refusal =
                app.post(WEBHOOKS + "/" + one + "/enable", new JsonObject()).json();
        assertThat(refusal.getString("message")).isEqualTo(taken);
        assertThat(refusal.getJsonObject("hint")
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getJsonObject("hint")
                        .getString("webhook-id"))
                .isEqualTo(other);
    }

    @Test
    void a_webhook_follows_its_entity_to_another_name() {
        TestApp app = app();
        create(app, "https://example.com/x");
        JsonObject attr = app.get("/schema/pull")
                .json()
                .getJsonObject("schema")
                .getJsonObject("blobs")
                .getJsonObject("posts")
                .getJsonObject("id");
        JsonArray identity = attr.getJsonArray("forward-identity");
        JsonObject renamed = new JsonObject()
                .put("id", attr.getString("id"))
                .put(
                        "forward-identity",
                        new JsonArray()
                                .add(identity.getString(0))
                                .add("articles")
                                .add("id"));

        app.post(
                "/schema/steps/apply",
                new JsonObject()
                        .put(
                                "steps",
                                new JsonArray()
                                        .add(new JsonArray().add("update-attr").add(renamed))));

        assertThat(app.get(WEBHOOKS)
                        .json()
                        .getJsonArray("webhooks")
                        .getJsonObject(0)
                        .getJsonArray("namespaces"))
                .containsExactly("articles");
    }

    @Test
    void an_unknown_webhook_is_not_found_once_its_change_makes_sense() {
        TestApp app = app();
        String path = WEBHOOKS + "/" + UNKNOWN;
        String unknown = "Record not found: webhook";

        assertThat(app.post(path, new JsonObject().put("url", "http://example.com"))
                        .json()
                        .getString("message"))
                .contains("must be https");
        assertThat(app.post(path, new JsonObject()).json().getString("message")).isEqualTo(unknown);
        assertThat(app.post(path + "/enable", new JsonObject()).json().getString("message"))
                .isEqualTo(unknown);
        assertThat(app.post(path + "/disable", new JsonObject()).json().getString("message"))
                .isEqualTo(unknown);
        assertThat(app.delete(path).json().getString("message")).isEqualTo(unknown);
        assertThat(app.post(WEBHOOKS + "/zzz", new JsonObject()).json().getString("message"))
                .isEqualTo("Malformed parameter: [\"params\" \"webhook_id\"]");
    }

    @Test
    void there_are_no_events_to_read_or_to_tell_again() {
        TestApp app = app();
        String events = WEBHOOKS + "/" + create(app, "https://example.com/x") + "/events";

        assertThat(app.get(events).json())
                .isEqualTo(
                        new JsonObject(
                                "{\"events\":[],\"pageInfo\":{\"startCursor\":null,\"endCursor\":null,\"hasNextPage\":false}}"));
        assertThat(app.get(events + "?after=zzz").json().getString("message"))
                .isEqualTo("Malformed parameter: [\"params\" \"after\"]");
        assertThat(app.get(events + "?after=" + "A".repeat(32)).status()).isEqualTo(200);
        assertThat(app.get(events + "/" + ISN).json().getString("message"))
                .isEqualTo("Record not found: webhook-event");
        assertThat(app.get(events + "/zzz").json().getString("message"))
                .isEqualTo("Malformed parameter: [\"params\" \"*\"]");
        assertThat(app.post(events + "/" + ISN, new JsonObject()).json().getString("message"))
                .isEqualTo("Validation failed for webhook-events: Could not resend event. Try again in one minute.");
    }

    @Test
    void nothing_is_signed_so_there_are_no_keys_and_no_payloads() {
        TestApp app = app();
        Exchanges exchanges = new Exchanges(vertx, platform);
        String webhook = create(app, "https://example.com/x");

        assertThat(exchanges.get("/.well-known/webhooks/jwks.json", "").await().json())
                .isEqualTo(new JsonObject("{\"keys\":[]}"));
        assertThat(exchanges
                        .get("/webhooks/payload/" + app.id() + "/" + webhook + "/" + ISN, app.token())
                        .await()
                        .json()
                        .getString("message"))
                .isEqualTo("Record not found: webhook-event");
    }

    private TestApp app() {
        TestApp app = TestApp.on(vertx, platform, new JsonObject());
        app.transact(step("update", "posts", UNKNOWN, new JsonObject().put("title", "first")));
        return app;
    }

    private static String create(TestApp app, String url) {
        return app.post(WEBHOOKS, webhook(url, List.of("posts"), List.of("create")))
                .json()
                .getJsonObject("webhook")
                .getString("id");
    }

    private static JsonObject webhook(String url, List<String> namespaces, List<String> actions) {
        return new JsonObject()
                .put("url", url)
                .put("namespaces", new JsonArray(namespaces))
                .put("actions", new JsonArray(actions));
    }
}
