package dev.instant4j.local.service;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user is to an app or an org, from less to more. */
enum Role {
    COLLABORATOR,
    ADMIN,
    OWNER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    static Optional<Role> ofWord(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
