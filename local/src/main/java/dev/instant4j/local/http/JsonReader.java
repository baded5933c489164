package dev.instant4j.local.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON the way the real platform does: what follows the first value does not count, of repeated keys the last
 * wins, and a key loses all up to its first slash. Keys below a body's {@code schema} stay whole: whoever reads a definition has
 * to know that a name was cut.
 */
final class JsonReader {
    private static final int MAX_DEPTH = 500;
    private static final String DEFINITION = "schema";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * Returns the first JSON value in {@code text}; null if there is none or it is null.
     *
     * @throws IOException if it is not JSON, or nested too deeply
     */
    static @Nullable Object read(Buffer text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text.getBytes())) {
            return parser.nextToken() == null ? null : value(parser, false);
        }
    }

    private static @Nullable Object value(JsonParser parser, boolean hasWholeKeys) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, hasWholeKeys);
            case START_ARRAY -> array(parser, hasWholeKeys);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static JsonObject object(JsonParser parser, boolean hasWholeKeys) throws IOException {
        JsonObject object = new JsonObject();
        boolean isBody = parser.getParsingContext().getParent().inRoot();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = hasWholeKeys ? parser.currentName() : withoutPrefix(parser.currentName());
            parser.nextToken();
            object.put(key, value(parser, hasWholeKeys || (isBody && key.equals(DEFINITION))));
        }
        return object;
    }

    private static JsonArray array(JsonParser parser, boolean hasWholeKeys) throws IOException {
        JsonArray array = new JsonArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, hasWholeKeys));
        }
        return array;
    }

    private static Number decimal(JsonParser parser) throws IOException {
        BigDecimal exact = parser.getDecimalValue();
        double approximation = exact.doubleValue();
        boolean isSame = !Double.isInfinite(approximation)
                && new BigDecimal(Double.toString(approximation)).compareTo(exact) == 0;
        return isSame ? (Number) approximation : exact;
    }

    private static String withoutPrefix(String key) {
        int slash = key.indexOf('/');
        return slash < 0 || key.equals("/") ? key : key.substring(slash + 1);
    }
}
