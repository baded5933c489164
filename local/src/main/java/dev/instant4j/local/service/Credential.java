package dev.instant4j.local.service;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a request shows to be let in. */
public sealed interface Credential {
    String BEARER = "Bearer ";

    /** Stands for a secret where one was. */
    String HIDDEN = "••••";

    /** An admin token of an app, or what a login gave. */
    record Uuid(UUID token) implements Credential {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /** A personal access token. */
    record Personal(String token) implements Credential {
        @Override
        public String toString() {
            return "per_…";
        }
    }

    /** An access token of platform OAuth. */
    record Platform(String token) implements Credential {
        @Override
        public String toString() {
            return "pat_…";
        }
    }

    /** What a browser was given when someone signed in; no header carries it. */
    record Session(String secret) implements Credential {
        private static final String FORM = "form ";

        /** Returns what the forms on this browser's pages carry, and no other site can know. */
        public String formToken() {
            return Secrets.hash(FORM + secret);
        }

        public boolean isFormToken(String token) {
            return Secrets.isHashOf(token, FORM + secret);
        }

        @Override
        public String toString() {
            return "••••";
        }
    }

    /**
     * Reads an Authorization header; the word {@code Bearer} may be missing.
     *
     * @throws Refusal if there is none, or it holds no token
     */
    static Credential parse(@Nullable String header) {
        if (header == null) {
            throw Refusal.paramMissing("headers", "authorization");
        }
        int word = header.lastIndexOf(BEARER);
        String token = (word < 0 ? header : header.substring(word + BEARER.length())).strip();
        if (token.startsWith("per_")) {
            return new Personal(token);
        }
        if (token.startsWith("pat_")) {
            return new Platform(token);
        }
        Optional<UUID> uuid = Params.uuidIn(token);
        return new Uuid(uuid.orElseThrow(() -> Refusal.paramMalformed(HIDDEN, "headers", "authorization")));
    }
}
