package dev.instant4j.local.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an access token of platform OAuth is good for. */
public enum Scope {
    APPS_READ,
    APPS_WRITE,
    DATA_READ,
    DATA_WRITE,
    STORAGE_READ,
    STORAGE_WRITE;

    /** Returns the platform's word: {@code apps-read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Scope> ofWord(String word) {
        return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    /** Tells whether a token with these scopes, separated by spaces, has this one: write includes read. */
    boolean isIn(String scopes) {
        List<String> granted = Arrays.asList(scopes.split(" ", -1));
        return Stream.of(word(), word().replace("-read", "-write")).anyMatch(granted::contains);
    }
}
