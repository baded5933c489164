package dev.instant4j.model;

import java.util.UUID;

/** Reads UUIDs strictly: {@link UUID#fromString} alone accepts shortened ones. */
final class Uuids {
    private static final int LENGTH = 36;

    private Uuids() {}

    static UUID parse(String what, String text) {
        if (text.length() == LENGTH) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException(problem(what, text), malformed);
            }
        }
        throw new IllegalArgumentException(problem(what, text));
    }

    private static String problem(String what, String text) {
        return "The " + what + " \"" + text
                + "\" is not a UUID; it should look like 5c79acb3-997e-478e-9f8a-6c3a8424d31f.";
    }
}
