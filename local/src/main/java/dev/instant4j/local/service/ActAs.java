package dev.instant4j.local.service;

import org.jspecify.annotations.Nullable;

/** On whose behalf a request reads or writes data. */
public sealed interface ActAs {

    /** With all rights, past all rules. */
    record Admin() implements ActAs {}

    /** As nobody. */
    record Guest() implements ActAs {}

    /** As the user of an address. */
    record User(String email) implements ActAs {}

    /** As the user who has a refresh token; a secret. */
    record Login(String token) implements ActAs {
        @Override
        public String toString() {
            return "Login[••••]";
        }
    }

    /** Returns what three headers say; the first that is there counts. */
    static ActAs of(@Nullable String email, @Nullable String token, @Nullable String guest) {
        if (email != null) {
            return new User(email);
        }
        if (token != null) {
            return new Login(token);
        }
        return guest == null ? new Admin() : new Guest();
    }

    /** Tells whether it needs no other credential. */
    default boolean isEnough() {
        return this instanceof Login || this instanceof Guest;
    }
}
