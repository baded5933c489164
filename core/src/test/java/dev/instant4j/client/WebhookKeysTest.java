package dev.instant4j.client;

import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import dev.instant4j.model.webhook.WebhookCall;
import dev.instant4j.recorded.Recording.Exchange;
import dev.instant4j.recorded.Served;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.instant4j.recorded.Served.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Only what a platform signed a moment ago is taken for its word. */
@ExtendWith(VertxExtension.class)
class WebhookKeysTest {
    private static final AppId APP = AppId.parse("5c79acb3-997e-478e-9f8a-6c3a8424d31f");
    private static final Instant NOW = Instant.parse("2026-11-23T07:44:13Z");
    private static final String EVENT = "80d52912-2b64-45e0-8993-512d43d2498b/0/328/48953748";
    private static final String JWT = "eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl";

    private final KeyPair pair = pair();
    private final WebhookKeys keys = new WebhookKeys(Map.of("1277404532", raw(pair)));
    private final Buffer body =
            Buffer.buffer("{\"payloadUrl\":\"https://api.example.com/x\",\"token\":\"" + JWT + "\"}");

    @Test
    void what_the_platform_signed_is_its_word() {
        WebhookCall call = keys.verified(header(NOW, body), body, NOW.plusSeconds(20));

        assertThat(call).isEqualTo(new WebhookCall(URI.create("https://api.example.com/x"), Token.of(JWT)));
        assertThat(call.toString()).doesNotContain(JWT);
    }

    @Test
    void what_was_changed_on_the_way_is_not() {
        Buffer other = Buffer.buffer(body.toString().replace("/x", "/y"));

        assertThatThrownBy(() -> keys.verified(header(NOW, body), other, NOW)).hasMessageContaining("does not fit");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void what_was_signed_long_ago_or_in_the_future_is_not(long seconds) {
        Instant signed = NOW.plusSeconds(seconds);

        assertThatThrownBy(() -> keys.verified(header(signed, body), body, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(signed.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1", "t=NaN,kid=1277404532,v1=00", "t=1,kid=1277404532,v1=zz"})
    void a_header_that_can_not_be_read_is_refused(String header) {
        assertThatThrownBy(() -> keys.verified(header, body, NOW)).hasMessageContaining("malformed");
        assertThat(keys.know(header)).isFalse();
    }

    @Test
    void a_key_that_is_not_known_is_told_apart() {
        String header = header(NOW, body);

        assertThat(keys.know(header)).isTrue();
        assertThat(keys.know(header.replace("1277404532", "1"))).isFalse();
        assertThatThrownBy(() -> keys.verified(header.replace("1277404532", "1"), body, NOW))
                .hasMessageContaining("not known");
    }

    @Test
    void a_signed_body_that_is_no_call_is_refused() {
        Buffer empty = Buffer.buffer("{}");

        assertThatThrownBy(() -> keys.verified(header(NOW, empty), empty, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_are_read_and_changes_fetched_with_the_token_of_the_call(Vertx vertx) {
        String jwks = "{'keys':[{'kty':'RSA','kid':'0'},{'kty':'OKP','crv':'Ed25519','alg':'EdDSA','use':'sig',"
                + "'kid':'1277404532','x':'"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(raw(pair))
                + "'}]}";
        String payload = "{'data':[{'namespace':'posts','action':'create','id':'x','before':null,'after':{'a':1},"
                + "'idempotencyKey':'k'}],'idempotencyKey':'k'}";
        try (Served served = Served.exchanges(
                vertx,
                Exchange.of("GET", "/.well-known/webhooks/jwks.json", "", jwks),
                Exchange.of("GET", "/webhooks/payload/" + APP + "/" + EVENT, "", payload))) {
            WebhooksApi webhooks = served.platform().webhooks(APP);
            URI address = URI.create(served.platform().uri() + "/webhooks/payload/" + APP + "/" + EVENT);
            Buffer posted = new JsonObject()
                    .put("payloadUrl", address.toString())
                    .put("token", JWT)
                    .toBuffer();

            WebhookCall call = result(webhooks.keys()).verified(header(NOW, posted), posted, NOW);

            assertThat(result(webhooks.changes(call))).hasSize(1);
            assertThat(served.authorizations()).containsExactly("", "Bearer " + JWT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example.com/webhooks/payload/5c79acb3-997e-478e-9f8a-6c3a8424d31f/x/1",
                "BASE/webhooks/payload/00000000-0000-0000-0000-000000000000/x/1",
                "BASE/webhooks/payload/5c79acb3-997e-478e-9f8a-6c3a8424d31f/../../../dash",
                "BASE.example.com/webhooks/payload/5c79acb3-997e-478e-9f8a-6c3a8424d31f/x/1"
            })
    void a_call_that_leads_elsewhere_is_not_followed(String address, Vertx vertx) {
        try (Served served = Served.exchanges(vertx)) {
            URI payload =
                    URI.create(address.replace("BASE", served.platform().uri().toString()));
            WebhookCall call = new WebhookCall(payload, Token.of(JWT));

            assertThatThrownBy(() -> result(served.platform().webhooks(APP).changes(call)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(served.authorizations()).isEmpty();
        }
    }

    private String header(Instant time, Buffer posted) {
        long seconds = time.getEpochSecond();
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update((seconds + ".").getBytes(UTF_8));
            signature.update(posted.getBytes());
            return "t=" + seconds + ",kid=1277404532,v1=" + HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the last 32 bytes of the encoded key: the key itself. */
    private static byte[] raw(KeyPair keys) {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }
}
