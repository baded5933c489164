package dev.instant4j.local.service;

import dev.instant4j.wire.DateText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the platform's database orders values, and when it takes them for equal. */
final class ValueOrder {
    /** Orders ids by their bytes. */
    static final Comparator<UUID> BY_ID = Comparator.<UUID, String>comparing(UUID::toString);

    private ValueOrder() {}

    /**
     * Returns the order of two JSON values; empty if one of them is not of the type.
     *
     * @param type the checked type of their attr; null if it has none
     */
    static OptionalInt compare(@Nullable String type, @Nullable Object left, @Nullable Object right) {
        if ("date".equals(type)) {
            Optional<Instant> from = instant(left);
            Optional<Instant> to = instant(right);
            return from.isPresent() && to.isPresent()
                    ? OptionalInt.of(from.get().compareTo(to.get()))
                    : OptionalInt.empty();
        }
        if (left instanceof Number from && right instanceof Number to) {
            return OptionalInt.of(decimal(from).compareTo(decimal(to)));
        }
        if (left instanceof Boolean from && right instanceof Boolean to) {
            return OptionalInt.of(Boolean.compare(from, to));
        }
        return left instanceof String from && right instanceof String to
                ? OptionalInt.of(Arrays.compareUnsigned(bytes(from), bytes(to)))
                : OptionalInt.empty();
    }

    /** Tells whether two JSON values count as the same under an attr of a checked type. */
    static boolean same(@Nullable String type, @Nullable Object left, @Nullable Object right) {
        OptionalInt order = compare(type, left, right);
        return order.isPresent() ? order.getAsInt() == 0 : Objects.equals(left, right);
    }

    private static Optional<Instant> instant(@Nullable Object json) {
        if (json instanceof Number millis) {
            return Optional.of(Instant.ofEpochMilli(millis.longValue()));
        }
        return json instanceof String text ? DateText.instant(text) : Optional.empty();
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
