package dev.instant4j.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Proves that who redeems a code is who asked for it. Keep it until the user comes back.
 *
 * @param verifier the proof itself: a secret
 */
public record Pkce(String verifier) {
    private static final int BYTES = 48;

    /** Returns a proof that nobody can guess. */
    public static Pkce random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Pkce(base64(bytes));
    }

    /** Returns what may be shown to everyone, by method {@code S256}. */
    public String challenge() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return base64(sha.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /** Returns nothing of the secret. */
    @Override
    public String toString() {
        return "Pkce[••••]";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
