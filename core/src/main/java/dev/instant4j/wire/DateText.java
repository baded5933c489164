package dev.instant4j.wire;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates in all the spellings that a platform takes. */
public final class DateText {
    private static final long FIRST_MILLIS = -210_866_803_200_000L;
    private static final long LAST_MILLIS = 9_224_318_015_999_999L;
    private static final Set<String> WORDS =
            Set.of("epoch", "infinity", "-infinity", "now", "today", "tomorrow", "yesterday");
    private static final List<DateTimeFormatter> FORMATS = Stream.concat(
                    Stream.of(
                            DateTimeFormatter.ISO_ZONED_DATE_TIME,
                            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
                            DateTimeFormatter.ISO_LOCAL_DATE,
                            fraction("yyyy-MM-dd H:m:s", ""),
                            DateTimeFormatter.RFC_1123_DATE_TIME),
                    Stream.of(
                            pattern("M/d/yyyy, h:mm:ss a"),
                            pattern("yyyy-MM-dd HH:mm"),
                            pattern("EEE MMM dd yyyy HH:mm:ss 'GMT'Z"),
                            pattern("EEE MMM dd yyyy HH:mm:ss zZ"),
                            fraction("yyyy-M-dd'T'H:m:s", "[Z][X]"),
                            pattern("yyyy-M-d'T'H:m:s.SSSX"),
                            fraction("yyyy-M-dd H:m:s", "[xx][x]"),
                            pattern("yyyy-M-d'T'H:m:sz"),
                            pattern("EEE MMM dd yyyy"),
                            pattern("MM-dd-yyyy"),
                            pattern("M/d/yyyy")))
            .toList();

    private DateText() {}

    /** Tells whether a JSON value counts as a date. */
    public static boolean isDate(@Nullable Object json) {
        if (json instanceof Number number) {
            double millis = number.doubleValue();
            return millis >= FIRST_MILLIS && millis <= LAST_MILLIS;
        }
        return json instanceof String text
                && (WORDS.contains(text.strip()) || instant(text).isPresent());
    }

    /** Returns the point in time that a text spells; without a zone it is taken as UTC. */
    public static Optional<Instant> instant(String text) {
        Optional<Instant> plain = parsed(text);
        return plain.isPresent() ? plain : unquoted(text).or(() -> parsed(text.strip()));
    }

    private static Optional<Instant> unquoted(String text) {
        if (!text.startsWith("\"")) {
            return Optional.empty();
        }
        try {
            return Json.decodeValue(text) instanceof String inner ? parsed(inner) : Optional.empty();
        } catch (DecodeException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> parsed(String text) {
        return FORMATS.stream().flatMap(format -> parsed(format, text).stream()).findFirst();
    }

    private static Optional<Instant> parsed(DateTimeFormatter format, String text) {
        try {
            return Optional.of(
                    instant(format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException otherFormat) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor parsed) {
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        return parsed instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static DateTimeFormatter pattern(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }

    private static DateTimeFormatter fraction(String pattern, String tail) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern(tail)
                .toFormatter(Locale.US);
    }
}
