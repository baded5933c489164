package dev.instant4j.client.internal;

import dev.instant4j.model.Token;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing to ask of a platform.
 *
 * @param operation what is asked for, as a failure names it: {@code read the schema}
 * @param path below the platform's base URI, with its query, encoded, begins with a slash
 * @param headers besides those that every call has
 * @param body what to send
 * @param repeat whether it may be sent again
 * @param isAnonymous whether it is sent as nobody, even by a client that is somebody
 * @param isOfLines whether the answer is a JSON value on each line; they are read as a list of them
 * @param secrets what is sent but must not be repeated in messages, besides the client's token
 */
public record Call(
        String operation,
        HttpMethod method,
        String path,
        Map<String, String> headers,
        Buffer body,
        Repeat repeat,
        boolean isAnonymous,
        boolean isOfLines,
        List<Token> secrets) {
    private static final String CONTENT_TYPE = "content-type";

    /** Returns a call that reads. */
    public static Call get(String operation, String path) {
        return of(operation, HttpMethod.GET, path, Repeat.ANYTIME);
    }

    /** Returns a call that changes something, and is not sent twice. */
    public static Call post(String operation, String path) {
        return of(operation, HttpMethod.POST, path, Repeat.NEVER);
    }

    /** Returns a call that puts something in its place. */
    public static Call put(String operation, String path) {
        return of(operation, HttpMethod.PUT, path, Repeat.ANYTIME);
    }

    /** Returns a call that deletes something. */
    public static Call delete(String operation, String path) {
        return of(operation, HttpMethod.DELETE, path, Repeat.UNTIL_GONE);
    }

    private static Call of(String operation, HttpMethod method, String path, Repeat repeat) {
        return new Call(operation, method, path, new TreeMap<>(), Buffer.buffer(), repeat, false, false, List.of());
    }

    /** Returns this call with a JSON body. */
    public Call body(JsonObject json) {
        return header(CONTENT_TYPE, "application/json").body(json.toBuffer());
    }

    /** Returns this call with a form of one field as its body. */
    public Call form(String field, String value) {
        return header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Buffer.buffer(Paths.encode(field) + "=" + Paths.encode(value)));
    }

    /** Returns this call with bytes of that type as its body. */
    public Call content(String type, Buffer bytes) {
        return header(CONTENT_TYPE, type).body(bytes);
    }

    /** Returns this call with one more header. */
    public Call header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(operation, method, path, more, body, repeat, isAnonymous, isOfLines, secrets);
    }

    /** Returns this call as one that may be sent again: it leads to the same state. */
    public Call repeatable() {
        return new Call(operation, method, path, headers, body, Repeat.ANYTIME, isAnonymous, isOfLines, secrets);
    }

    /** Returns this call to be sent without a token. */
    public Call anonymous() {
        return new Call(operation, method, path, headers, body, repeat, true, isOfLines, secrets);
    }

    /** Returns this call as one whose answer has a JSON value on each line. */
    public Call ofLines() {
        return new Call(operation, method, path, headers, body, repeat, isAnonymous, true, secrets);
    }

    /** Returns this call with a secret in its path or body that failures must not repeat. */
    public Call secret(Token secret) {
        List<Token> more = new ArrayList<>(secrets);
        more.add(secret);
        return new Call(operation, method, path, headers, body, repeat, isAnonymous, isOfLines, List.copyOf(more));
    }

    private Call body(Buffer newBody) {
        return new Call(operation, method, path, headers, newBody, repeat, isAnonymous, isOfLines, secrets);
    }
}
