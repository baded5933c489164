package dev.instant4j.local.store;

import dev.instant4j.wire.DateText;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The points in time that dates stand for, as numbers that keep their order. */
public final class Moment {
    private static final long MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);
    private static final long NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

    private Moment() {}

    /** Returns the microseconds from the epoch to a date; null if the JSON value tells none. */
    public static @Nullable Long of(@Nullable Object json) {
        if (json instanceof Number millis) {
            return micros(Instant.ofEpochMilli(millis.longValue()));
        }
        return json instanceof String text
                ? DateText.instant(text).map(Moment::micros).orElse(null)
                : null;
    }

    private static Long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
    }
}
