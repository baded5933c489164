package dev.instant4j.local.service;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that the platform does not grant, in the platform's own words. Nothing is kept of what it did. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private final int status;
    private final String type;
    private final transient @Nullable JsonObject hint;

    private Refusal(int status, String type, String message, @Nullable JsonObject hint) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.hint = hint;
    }

    public int status() {
        return status;
    }

    /** Returns the platform's word for the reason, such as {@code record-not-found}. */
    public String type() {
        return type;
    }

    /** Returns the sentence that the platform gives. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public @Nullable JsonObject hint() {
        return hint;
    }

    /** Returns a refusal with status 400. */
    public static Refusal of(String type, String message, @Nullable JsonObject hint) {
        return new Refusal(BAD_REQUEST, type, message, hint);
    }

    static Refusal paramMissing(String... path) {
        return of("param-missing", "Missing parameter: " + printed(path), new JsonObject().put("in", array(path)));
    }

    /** Returns the refusal of a request that does not say which app it is about. */
    public static Refusal appIdMissing() {
        JsonArray header = array("headers", "app-id");
        JsonArray others = new JsonArray().add(header).add(array("params", "app_id"));
        return of(
                "param-missing",
                "Missing parameter: " + printed("headers", "app-id"),
                new JsonObject().put("in", header).put("possible-ins", others));
    }

    /** Returns the refusal of a request whose path or query has a percent sign that encodes nothing. */
    public static Refusal addressMalformed() {
        String message = "In the address, two hexadecimal digits must follow each percent sign.";
        return of("param-malformed", message, new JsonObject());
    }

    static Refusal paramMalformed(@Nullable Object input, String... path) {
        return of(
                "param-malformed",
                "Malformed parameter: " + printed(path),
                new JsonObject().put("in", array(path)).put("original-input", input));
    }

    static Refusal recordNotFound(String recordType, JsonObject hint) {
        return of("record-not-found", "Record not found: " + recordType, hint.put("record-type", recordType));
    }

    static Refusal recordNotFound(String recordType, String argument, Object value) {
        return recordNotFoundBy(recordType, new JsonObject().put(argument, value));
    }

    /** Returns the refusal of a request about something that was looked for by {@code arguments}. */
    static Refusal recordNotFoundBy(String recordType, JsonObject arguments) {
        return recordNotFound(recordType, new JsonObject().put("args", new JsonArray().add(arguments)));
    }

    /** Returns the refusal of something that an app does not have. */
    static Refusal recordOfAppNotFound(String recordType, UUID app, String argument, UUID id) {
        JsonObject both = new JsonObject().put("app-id", app.toString()).put(argument, id.toString());
        return recordNotFound(recordType, new JsonObject().put("args", new JsonArray().add(both)));
    }

    static Refusal recordExpired(String recordType) {
        JsonArray args = new JsonArray().add(new JsonObject());
        return of("record-expired", "Record expired: " + recordType, new JsonObject().put("args", args));
    }

    static Refusal unknownUser() {
        JsonArray args = new JsonArray().add(new JsonObject().put("auth?", true));
        JsonObject hint = new JsonObject().put("args", args).put("record-type", "instant-user");
        return new Refusal(UNAUTHORIZED, "record-not-found", "Record not found: instant-user", hint);
    }

    /** Returns the refusal of a request that came too often. */
    static Refusal rateLimited(JsonObject hint) {
        return new Refusal(TOO_MANY, "rate-limited", "Your request exceeded the rate limit.", hint);
    }

    static Refusal missingScope(String scope) {
        return of(
                "permission-denied",
                "You are missing the " + scope + " scope",
                new JsonObject().put("required-scope", scope));
    }

    static Refusal tooManyParameters() {
        JsonArray docs = array("https://www.instantdb.com/docs/instaml#batching-transactions");
        String advice = "Consider batching transactions to reduce the number of writes in a single transaction.";
        return of(
                "parameter-limit-exceeded",
                "There are too many parameters in the transaction or query.",
                new JsonObject().put("message", advice).put("doc-urls", docs));
    }

    /** Returns the refusal of yet another code for an address, or of yet another try. */
    static Refusal tooManyCodes() {
        String message = "Too many verification codes requested for this email. Please try again later.";
        return new Refusal(TOO_MANY, "rate-limited", message, null);
    }

    static Refusal permissionDenied(@Nullable Object input, String expected) {
        return of(
                "permission-denied",
                "Permission denied: not " + expected,
                new JsonObject().put("input", input).put("expected", expected));
    }

    static Refusal invalid(String dataType, @Nullable Object input, String message) {
        return invalid(dataType, input, List.of(new JsonObject().put("message", message)));
    }

    /** Returns a refusal whose errors are sentences without a message of their own. */
    static Refusal invalidPlainly(String dataType, @Nullable Object input, String... errors) {
        JsonObject hint = new JsonObject()
                .put("data-type", dataType)
                .put("input", input)
                .put("errors", new JsonArray(List.of(errors)));
        return of("validation-failed", "Validation failed for " + dataType, hint);
    }

    /** Returns a refusal that lists all that is wrong. */
    static Refusal invalid(String dataType, @Nullable Object input, Collection<JsonObject> errors) {
        List<String> messages = errors.stream()
                .map(error -> error.getString("message"))
                .filter(message -> message != null)
                .toList();
        String tail = messages.isEmpty() ? "" : ": " + String.join(", ", messages);
        JsonObject hint = new JsonObject()
                .put("data-type", dataType)
                .put("input", input)
                .put("errors", new JsonArray(List.copyOf(errors)));
        return of("validation-failed", "Validation failed for " + dataType + tail, hint);
    }

    static Refusal notUnique(String recordType) {
        return of(
                "record-not-unique",
                "Record not unique: " + recordType,
                new JsonObject().put("record-type", recordType));
    }

    private static String printed(String... path) {
        return "[\"" + String.join("\" \"", path) + "\"]";
    }

    private static JsonArray array(String... path) {
        return new JsonArray(List.of(path));
    }
}
