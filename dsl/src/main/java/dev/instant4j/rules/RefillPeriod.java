package dev.instant4j.rules;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads intervals as PostgreSQL writes them: {@code 1 hour}, {@code 1 day 02:30:00}, {@code PT1H}. */
final class RefillPeriod {
    static final String DEFAULT = "1 hour";

    private static final Pattern ISO = Pattern.compile(
            "P(?:([\\d.]+)Y)?(?:([\\d.]+)M)?(?:([\\d.]+)D)?(?:T(?:([\\d.]+)H)?(?:([\\d.]+)M)?(?:([\\d.]+)S)?)?");
    private static final Pattern WORDS = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*(year|mon|day|hour|min|sec)[a-z]*");
    private static final Pattern CLOCK = Pattern.compile("(?<![\\d:])(\\d+):(\\d+)(?::(\\d+(?:\\.\\d+)?))?");
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final double MONTH = 30 * DAY;
    private static final double YEAR = 365 * DAY;
    private static final double[] ISO_UNITS = {YEAR, MONTH, DAY, HOUR, MINUTE, 1};
    private static final double[] CLOCK_UNITS = {HOUR, MINUTE, 1};

    private RefillPeriod() {}

    /** Returns how long it is; zero for what is not an interval. A month counts 30 days, a year 365. */
    static Duration parse(String text) {
        String interval = text.strip();
        Matcher iso = ISO.matcher(interval);
        return iso.matches() ? duration(sum(iso, ISO_UNITS)) : duration(worded(interval.toLowerCase(Locale.ROOT)));
    }

    private static double worded(String interval) {
        double seconds = 0;
        for (Matcher word = WORDS.matcher(interval); word.find(); ) {
            seconds += number(word.group(1)) * unit(word.group(2));
        }
        Matcher clock = CLOCK.matcher(interval);
        return clock.find() ? seconds + sum(clock, CLOCK_UNITS) : seconds;
    }

    private static double unit(String word) {
        return switch (word) {
            case "year" -> YEAR;
            case "mon" -> MONTH;
            case "day" -> DAY;
            case "hour" -> HOUR;
            case "min" -> MINUTE;
            default -> 1;
        };
    }

    private static double sum(Matcher parts, double[] units) {
        double seconds = 0;
        for (int i = 0; i < units.length; i++) {
            String part = parts.group(i + 1);
            seconds += part == null ? 0 : number(part) * units[i];
        }
        return seconds;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
