package dev.instant4j.push;

import dev.instant4j.model.DataType;
import dev.instant4j.wire.DateText;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks of one value after the other whether a push would fail on it, or lose it. A link is a list of what it leads to. */
@FunctionalInterface
interface Question {

    boolean isAffected(@Nullable Object value);

    /** Any entity at all. */
    static Question exists() {
        return value -> true;
    }

    /** Entities without a value or a connection. */
    static Question lacks() {
        return value -> !has(value);
    }

    /** Entities with a value or a connection. */
    static Question holds() {
        return Question::has;
    }

    /** Entities with more than one connection. */
    static Question leadsToSeveral() {
        return value -> value instanceof JsonArray targets && targets.size() > 1;
    }

    /** Entities with a value that is not of that type. */
    static Question isNo(DataType type) {
        return value -> value != null && !isA(type, value);
    }

    /** Entities with a value that came before. It is remembered by 8 bytes of its digest. */
    static Question cameBefore(boolean isLink) {
        Set<Long> seen = new HashSet<>();
        return value -> {
            if (value == null) {
                return false;
            }
            if (!isLink) {
                return !seen.add(fingerprint(value));
            }
            boolean isSeen = false;
            for (Object target : (JsonArray) value) {
                isSeen |= !seen.add(fingerprint(target));
            }
            return isSeen;
        };
    }

    private static boolean has(@Nullable Object value) {
        return value instanceof JsonArray targets ? !targets.isEmpty() : value != null;
    }

    private static boolean isA(DataType type, Object value) {
        return switch (type) {
            case STRING -> value instanceof String;
            case NUMBER -> value instanceof Number;
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> DateText.isDate(value);
            default -> true;
        };
    }

    private static long fingerprint(Object value) {
        String text = value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toString()
                : value.getClass().getSimpleName() + value;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
