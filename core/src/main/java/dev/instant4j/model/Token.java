package dev.instant4j.model;

import java.util.List;

/** A secret that lets its bearer act on a platform. Never prints itself: only {@link #reveal} gives the text. */
public final class Token {
    private static final List<String> KINDS = List.of("per_", "pat_", "prt_");

    private final String secret;

    private Token(String secret) {
        this.secret = secret;
    }

    /**
     * Returns the token that {@code secret} spells, without surrounding space.
     *
     * @throws IllegalArgumentException if {@code secret} is blank or has characters that no header can carry
     */
    public static Token of(String secret) {
        String trimmed = secret.strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("The token is empty.");
        }
        if (!trimmed.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("The token has characters that a token can't have.");
        }
        return new Token(trimmed);
    }

    /** Returns the secret itself, for the one place that needs it. */
    public String reveal() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && token.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    /** Returns the kind of this token and nothing that helps to guess it: {@code per_…}, or dots. */
    @Override
    public String toString() {
        return KINDS.stream()
                .filter(secret::startsWith)
                .map(kind -> kind + "…")
                .findFirst()
                .orElse("••••");
    }
}
