package dev.instant4j.check;

import java.util.List;

/** The entities that every app has and a definition may extend. */
final class SystemEntities {
    static final List<String> EDITABLE = List.of("$files", "$streams", "$users");

    /** Their attrs that a platform requires by itself: definitions made from an app state them. */
    private static final List<String> REQUIRED =
            List.of("$files.path", "$files.url", "$files.size", "$files.location-id", "$streams.clientId");

    private SystemEntities() {}

    /** Tells whether the platform itself requires that attr. */
    static boolean requires(String entity, String label) {
        return REQUIRED.contains(entity + "." + label);
    }
}
