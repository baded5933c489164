package dev.instant4j.local.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Makes secrets, and the hashes under which they are kept. */
final class Secrets {
    static final String PERSONAL = "per_";
    static final String PLATFORM = "pat_";

    private static final int TOKEN_BYTES = 32;
    private static final int CODE_LIMIT = 1_000_000;

    private final SecureRandom random = new SecureRandom();

    /** Returns a new token: the prefix and 64 hexadecimal digits. */
    String token(String prefix) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    /** Returns six digits. */
    String code() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(CODE_LIMIT));
    }

    static String hash(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256.", impossible);
        }
    }
}
