package dev.instant4j.client;

import dev.instant4j.model.webhook.WebhookCall;
import dev.instant4j.wire.WebhookJson;
import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys by which a platform signs what it posts to webhooks. Immutable; a platform may have new ones one day.
 *
 * <pre>{@code
 * WebhookCall call = keys.verified(request.getHeader("Instant-Signature"), body, Instant.now());
 * webhooks.changes(call).onSuccess(changes -> ...);
 * }</pre>
 */
public final class WebhookKeys {
    /** How much a signature's time may differ from ours, in either direction. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),kid=([^,]+),v1=([0-9a-fA-F]{128})");
    private static final byte[] KEY_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<String, byte[]> keys;

    WebhookKeys(Map<String, byte[]> keys) {
        this.keys = new TreeMap<>(keys);
    }

    /**
     * Tells whether the key of a signature is among these. If not, the platform may have a new one: get the keys anew,
     * but not for every caller who claims so.
     *
     * @param header the value of {@code Instant-Signature}
     */
    public boolean know(String header) {
        Matcher signature = HEADER.matcher(header);
        return signature.matches() && keys.containsKey(signature.group(2));
    }

    /**
     * Returns what a platform has posted.
     *
     * @param header the value of {@code Instant-Signature}
     * @param body exactly as it came
     * @throws IllegalArgumentException if it was not the platform that posted it, or if that is more than
     *     {@link #TOLERANCE} ago; the message says why and holds nothing of the body
     */
    public WebhookCall verified(String header, Buffer body, Instant now) {
        Matcher signature = HEADER.matcher(header);
        if (!signature.matches()) {
            throw new IllegalArgumentException("The header Instant-Signature is malformed.");
        }
        requireRecent(Instant.ofEpochSecond(Long.parseLong(signature.group(1))), now);
        byte[] key = keys.get(signature.group(2));
        if (key == null) {
            throw new IllegalArgumentException("The webhook was signed by a key that is not known.");
        }
        Buffer signed = Buffer.buffer(signature.group(1)).appendString(".").appendBuffer(body);
        if (!isSigned(key, signed, HexFormat.of().parseHex(signature.group(3)))) {
            throw new IllegalArgumentException("The signature does not fit what was posted.");
        }
        return WebhookJson.call(body);
    }

    private static void requireRecent(Instant signed, Instant now) {
        if (Duration.between(signed, now).abs().compareTo(TOLERANCE) > 0) {
            throw new IllegalArgumentException(
                    "The webhook was signed at " + signed + ", which is too far from " + now + ".");
        }
    }

    private static boolean isSigned(byte[] key, Buffer signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey(key));
            check.update(signed.getBytes());
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        byte[] encoded = Buffer.buffer(KEY_PREFIX).appendBytes(key).getBytes();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
