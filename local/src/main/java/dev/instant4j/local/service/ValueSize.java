package dev.instant4j.local.service;

import dev.instant4j.local.store.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** How much room a value takes in the real platform's database, which indexes small ones only. */
final class ValueSize {
    private static final int MAX_INDEXED_BYTES = 1024;
    private static final int ROOT_BYTES = 8;
    private static final int ENTRY_BYTES = 4;
    private static final int COMPRESSIBLE_BYTES = 2000;

    private ValueSize() {}

    /** Tells whether a value that is being written can't be indexed. */
    static boolean isTooLarge(Value value) {
        return ROOT_BYTES + ENTRY_BYTES + bytes(value.json()) > MAX_INDEXED_BYTES;
    }

    /** Tells whether a stored value can't be indexed: long ones are kept compressed. */
    static boolean isTooLargeStored(Value value) {
        if (!isTooLarge(value)) {
            return false;
        }
        byte[] text = String.valueOf(value.json()).getBytes(StandardCharsets.UTF_8);
        return text.length < COMPRESSIBLE_BYTES || deflated(text) > MAX_INDEXED_BYTES;
    }

    private static int deflated(byte[] text) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(text);
            deflater.finish();
            byte[] buffer = new byte[MAX_INDEXED_BYTES + 1];
            return deflater.deflate(buffer);
        } finally {
            deflater.end();
        }
    }

    private static int bytes(@Nullable Object json) {
        if (json instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (json instanceof JsonArray array) {
            return array.stream()
                    .mapToInt(element -> ENTRY_BYTES + bytes(element))
                    .sum();
        }
        if (json instanceof JsonObject object) {
            return object.stream()
                    .mapToInt(entry -> 2 * ENTRY_BYTES + bytes(entry.getKey()) + bytes(entry.getValue()))
                    .sum();
        }
        return json instanceof Number number ? digits(number) : 0;
    }

    private static int digits(Number number) {
        return ROOT_BYTES + new BigDecimal(number.toString()).precision() / 2;
    }
}
