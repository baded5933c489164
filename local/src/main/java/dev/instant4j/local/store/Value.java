package dev.instant4j.local.store;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stored JSON value, in the form that the database compares.
 *
 * @param kind what it is
 * @param probe what equality and order are decided by: 1 and 1.0 are equal, so are objects with other key order
 * @param text its JSON text where the probe does not tell all; else null
 */
public record Value(
        Kind kind, @Nullable Object probe, @Nullable String text) {
    public static final Value NULL = new Value(Kind.NULL, null, null);

    private static final int MAX_PROBE_CHARS = 1024;

    /** What a value is. */
    public enum Kind {
        STRING("s", "string"),
        NUMBER("n", "number"),
        BOOLEAN("b", "boolean"),
        NULL("z", "null"),
        OBJECT("o", "object"),
        ARRAY("a", "array"),
        /** The entity that a link leads to. */
        LINK("u", "string");

        private final String code;
        private final String jsonType;

        Kind(String code, String jsonType) {
            this.code = code;
            this.jsonType = jsonType;
        }

        String code() {
            return code;
        }

        /** Returns the word for it in errors and samples. */
        public String jsonType() {
            return jsonType;
        }

        static Kind ofCode(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new StoreException("The database has a value of unknown kind " + code, null);
        }
    }

    /** Returns the value that leads to an entity. */
    public static Value link(UUID target) {
        return new Value(Kind.LINK, target, null);
    }

    /** Returns the stored form of a JSON value as Vert.x represents it. */
    public static Value of(@Nullable Object json) {
        if (json == null) {
            return NULL;
        }
        if (json instanceof String string) {
            return ofString(string);
        }
        if (json instanceof Boolean flag) {
            return new Value(Kind.BOOLEAN, flag ? 1 : 0, null);
        }
        if (json instanceof Number number) {
            return ofNumber(number);
        }
        Kind kind = json instanceof JsonArray ? Kind.ARRAY : Kind.OBJECT;
        String canonical = Json.encode(canonical(json));
        String probe = canonical.length() <= MAX_PROBE_CHARS ? canonical : digest(canonical);
        return new Value(kind, probe, Json.encode(json));
    }

    private static Value ofString(String string) {
        return string.length() <= MAX_PROBE_CHARS
                ? new Value(Kind.STRING, string, null)
                : new Value(Kind.STRING, digest(string), Json.encode(string));
    }

    private static Value ofNumber(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return new Value(Kind.NUMBER, number.longValue(), null);
        }
        double approximation = number.doubleValue();
        boolean isExact = number instanceof Double || number instanceof Float;
        return new Value(Kind.NUMBER, approximation, isExact ? null : number.toString());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new StoreException("This Java has no SHA-256.", impossible);
        }
    }

    /** Objects with sorted keys, numbers without needless digits. */
    private static @Nullable Object canonical(@Nullable Object json) {
        if (json instanceof JsonObject object) {
            Map<String, Object> sorted = new TreeMap<>();
            object.fieldNames().forEach(name -> sorted.put(name, canonical(object.getValue(name))));
            return new JsonObject(sorted);
        }
        if (json instanceof JsonArray array) {
            return new JsonArray(array.stream().map(Value::canonical).collect(Collectors.toList()));
        }
        return json instanceof Number number ? canonicalNumber(number) : json;
    }

    private static Number canonicalNumber(Number number) {
        BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
        return plain.scale() <= 0 ? integer(plain.toBigInteger()) : plain;
    }

    private static Number integer(BigInteger whole) {
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    /** Returns the JSON value as Vert.x represents it; a link as the id it leads to. */
    public @Nullable Object json() {
        if (text != null) {
            return kind == Kind.NUMBER ? new BigDecimal(text) : Json.decodeValue(text);
        }
        return switch (kind) {
            case NULL -> null;
            case BOOLEAN -> Integer.valueOf(1).equals(probe);
            case LINK -> String.valueOf(probe);
            default -> probe;
        };
    }
}
