package dev.instant4j.local.service;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a request as the platform coerces them. */
public final class Params {
    private static final int UUID_LENGTH = 36;
    private static final int MAX_EMAIL_CHARS = 320;
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String HOST = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern EMAIL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + HOST + "\\.)+" + HOST);

    private final JsonObject body;
    private final String place;

    private Params(JsonObject body, String place) {
        this.body = body;
        this.place = place;
    }

    /** Returns the parameters of a body; one that is not an object has none. */
    public static Params ofBody(@Nullable Object json) {
        return new Params(json instanceof JsonObject object ? object : new JsonObject(), "body");
    }

    /** Returns the parameters of the query in an address. */
    public static Params ofQuery(JsonObject query) {
        return new Params(query, "params");
    }

    /** Returns the same parameters, for a service that names them without the place where they were. */
    Params unplaced() {
        return new Params(body, "");
    }

    /** Returns the body itself. */
    JsonObject body() {
        return body;
    }

    /** Returns text that is not blank, without surrounding space; numbers become text. */
    String text(String name) {
        return coercedText(required(name), path(name));
    }

    /** Returns an address of the web, if there is a value. */
    Optional<String> optionalWebUrl(String name) {
        Optional<String> url = optionalText(name);
        if (url.isPresent() && !url.get().matches("https?://[^\\s/?#\"'<>]+([/?#][^\\s\"'<>]*)?")) {
            throw malformed(name);
        }
        return url;
    }

    Optional<String> optionalText(String name) {
        Object value = body.getValue(name);
        return isAbsent(value) ? Optional.empty() : Optional.of(coercedText(value, path(name)));
    }

    /** Returns the text that the parameter is; what is none, or blank, does not count. */
    Optional<String> ifText(String name) {
        Object value = body.getValue(name);
        return value instanceof Number || value instanceof String
                ? Optional.of(value.toString().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Returns a list that holds nothing but text. */
    List<String> texts(String name) {
        Object value = required(name);
        if (value instanceof JsonArray list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw malformed(name);
    }

    /** Tells whether the parameter is there, be it null. */
    boolean has(String name) {
        return body.containsKey(name);
    }

    UUID uuid(String name) {
        return uuid(required(name), path(name));
    }

    Optional<UUID> optionalUuid(String name) {
        Object value = body.getValue(name);
        return isAbsent(value) ? Optional.empty() : Optional.of(uuid(value, path(name)));
    }

    String email(String name) {
        required(name);
        return ifEmail(name).orElseThrow(() -> malformed(name));
    }

    /** Returns the address that the parameter is; what is none does not count. */
    Optional<String> ifEmail(String name) {
        String text = body.getValue(name) instanceof String given
                ? given.toLowerCase(Locale.ROOT).strip()
                : "";
        boolean isEmail =
                text.length() <= MAX_EMAIL_CHARS && EMAIL.matcher(text).matches();
        return isEmail ? Optional.of(text) : Optional.empty();
    }

    /** Returns a number without its fraction. */
    int number(String name) {
        Object value = required(name);
        if (value instanceof Number number && Math.abs(number.doubleValue()) <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw malformed(name);
    }

    /** Returns what is there; absent, null and false count as missing. */
    Object required(String name) {
        Object value = body.getValue(name);
        if (value == null || isAbsent(value)) {
            throw Refusal.paramMissing(path(name));
        }
        return value;
    }

    JsonObject object(String name) {
        Object value = required(name);
        if (value instanceof JsonObject object) {
            return object;
        }
        throw malformed(name);
    }

    @Nullable
    JsonObject optionalObject(String name) {
        return isAbsent(body.getValue(name)) ? null : object(name);
    }

    /** Returns the parameters inside of one; one that is not an object has none. */
    Params within(String name) {
        return ofBody(body.getValue(name));
    }

    /** Returns the list; an empty object counts as an empty list. */
    JsonArray list(String name) {
        Object value = required(name);
        if (value instanceof JsonArray list) {
            return list;
        }
        if (value instanceof JsonObject object && object.isEmpty()) {
            return new JsonArray();
        }
        throw malformed(name);
    }

    /** Tells whether the parameter has any value but null and false. */
    boolean isTrue(String name) {
        return !isAbsent(body.getValue(name));
    }

    /**
     * Returns the id that a parameter spells.
     *
     * @throws Refusal if it spells none
     */
    public static UUID uuid(@Nullable Object value, String... path) {
        Optional<UUID> id = value instanceof String text ? uuidIn(text) : Optional.empty();
        return id.orElseThrow(() -> Refusal.paramMalformed(value, path));
    }

    /**
     * Returns the words of a list that is separated by commas.
     *
     * @throws Refusal if it is blank
     */
    public static List<String> words(String list, String... path) {
        if (list.isBlank()) {
            throw Refusal.paramMalformed(list, path);
        }
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    /** Returns the id that {@code text} spells in full, if it does. */
    static Optional<UUID> uuidIn(String text) {
        String trimmed = text.strip();
        if (trimmed.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(trimmed));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Returns the refusal of a parameter that is there but can't be used. */
    Refusal malformed(String name) {
        return Refusal.paramMalformed(body.getValue(name), path(name));
    }

    private String[] path(String name) {
        return place.isEmpty() ? new String[] {name} : new String[] {place, name};
    }

    private static String coercedText(Object value, String... path) {
        if (value instanceof Number number) {
            return number.toString();
        }
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw Refusal.paramMalformed(value, path);
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null || Boolean.FALSE.equals(value);
    }
}
