package dev.instant4j.local.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Compares the proof that a program sends with the challenge that it gave before. */
final class Pkce {
    static final String S256 = "S256";
    static final String PLAIN = "plain";

    private Pkce() {}

    static boolean isProof(String verifier, String challenge, String method) {
        String expected = method.equals(S256)
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.sha256(verifier))
                : verifier;
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
    }
}
