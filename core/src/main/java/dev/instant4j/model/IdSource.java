package dev.instant4j.model;

import java.util.Random;
import java.util.UUID;

/** Where ids of new attrs and apps come from, so that a plan can be made twice with the same result. */
@FunctionalInterface
public interface IdSource {

    /** Returns an id that this source has not returned before. */
    UUID next();

    /** Returns a source of unpredictable ids. */
    static IdSource random() {
        return UUID::randomUUID;
    }

    /** Returns a source that gives the same ids in the same order for the same seed; not safe for use by several threads. */
    static IdSource seeded(long seed) {
        Random random = new Random(seed);
        return () -> {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            return UUID.nameUUIDFromBytes(bytes);
        };
    }
}
