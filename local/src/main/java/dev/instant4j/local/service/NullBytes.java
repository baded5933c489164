package dev.instant4j.local.service;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Refuses texts that the database of the real platform can't store. */
final class NullBytes {
    private NullBytes() {}

    /** @throws Refusal if a text in {@code json} has the character zero */
    static void refuse(JsonArray json) {
        if (json.stream().anyMatch(NullBytes::isIn)) {
            throw Refusal.of(
                    "validation-failed",
                    "A value in the transaction contains null bytes, which cannot be stored.",
                    null);
        }
    }

    private static boolean isIn(@Nullable Object json) {
        if (json instanceof JsonArray array) {
            return array.stream().anyMatch(NullBytes::isIn);
        }
        if (json instanceof JsonObject object) {
            return object.stream().anyMatch(member -> isIn(member.getKey()) || isIn(member.getValue()));
        }
        return json instanceof String text && text.indexOf('\0') >= 0;
    }
}
