package dev.instant4j.local.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes secrets, and the hashes under which they are kept. */
final class Secrets {
    static final String PERSONAL = "per_";
    static final String PLATFORM = "pat_";
    static final String REFRESH = "prt_";

    private static final int TOKEN_BYTES = 32;
    private static final int CLIENT_SECRET_BYTES = 34;
    private static final int CODE_LIMIT = 1_000_000;

    private final SecureRandom random = new SecureRandom();

    /** Returns a new token: the prefix and 64 hexadecimal digits. */
    String token(String prefix) {
        return prefix + hex(TOKEN_BYTES);
    }

    /** Returns a new secret of an OAuth client, long enough to show how it begins. */
    String clientSecret() {
        return hex(CLIENT_SECRET_BYTES);
    }

    private String hex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns six digits. */
    String code() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(CODE_LIMIT));
    }

    static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** Tells whether {@code secret} is what {@code hash} was made from, in a time that tells nothing. */
    static boolean isHashOf(@Nullable String hash, String secret) {
        return hash != null
                && MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII), hash(secret).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256.", impossible);
        }
    }
}
