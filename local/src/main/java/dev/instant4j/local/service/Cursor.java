package dev.instant4j.local.service;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a list: entity, attr of the order, its value, when the entity was made. */
final class Cursor {
    private static final int SIZE = 4;

    private Cursor() {}

    /** Returns a cursor that a query gives, or refuses it. */
    static JsonArray checked(QueryReader reader, Object json, List<String> in) {
        if (!(json instanceof JsonArray cursor)) {
            throw wrong(reader, in, "Expected a join row for the cursor, got " + Json.encode(json) + ".");
        }
        if (cursor.size() != SIZE) {
            throw wrong(reader, in, "Expected a join row with 4 items for the cursor, got " + cursor.encode() + ".");
        }
        if (id(cursor.getValue(0)) == null) {
            throw wrong(
                    reader,
                    in,
                    "Expected a join row with a uuid entity id in the first position, got "
                            + Json.encode(cursor.getValue(0)) + ".");
        }
        if (id(cursor.getValue(1)) == null) {
            throw wrong(
                    reader,
                    in,
                    "Expected a join row with a uuid attribute id in the second position, got "
                            + Json.encode(cursor.getValue(1)) + ".");
        }
        if (!(cursor.getValue(3) instanceof Number time && isWhole(time))) {
            throw wrong(
                    reader,
                    in,
                    "Expected a join row with an integer created_at in the last position, got "
                            + Json.encode(cursor.getValue(3)) + ".");
        }
        return cursor;
    }

    static UUID entity(JsonArray cursor) {
        return UUID.fromString(cursor.getString(0));
    }

    static UUID attr(JsonArray cursor) {
        return UUID.fromString(cursor.getString(1));
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static @Nullable UUID id(@Nullable Object json) {
        return json instanceof String text ? Params.uuidIn(text).orElse(null) : null;
    }

    private static Refusal wrong(QueryReader reader, List<String> in, String message) {
        return reader.wrong("join-row?", in, message);
    }
}
