package dev.instant4j.client.internal;

import dev.instant4j.error.TransportException;
import dev.instant4j.wire.ErrorJson;
import dev.instant4j.wire.JsonCursor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What counts as an answer to one operation, and what the rest means. */
final class Answers {
    private final String operation;
    private final URI uri;
    private final Redaction redaction;

    Answers(String operation, URI uri, Redaction redaction) {
        this.operation = operation;
        this.uri = uri;
        this.redaction = redaction;
    }

    /** Returns the JSON of an answer, or throws what it means instead: a platform answers 200 or it refuses. */
    JsonCursor read(RawAnswer answer) {
        refuse(answer);
        return JsonCursor.of(operation, json(answer.body()));
    }

    /** Like {@link #read}, of an answer with a JSON value on each line: a list of them. */
    JsonCursor readLines(RawAnswer answer) {
        refuse(answer);
        JsonArray values = new JsonArray();
        answer.body()
                .toString()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> values.add(json(Buffer.buffer(line))));
        return JsonCursor.of(operation, values);
    }

    /**
     * Returns what it means that no answer arrived.
     *
     * @param hasBegun whether anything may have been sent
     */
    TransportException missing(Throwable cause, boolean hasBegun) {
        return new TransportException(operation, redaction.apply(reason(cause)), hasBegun, cause);
    }

    private void refuse(RawAnswer answer) {
        if (answer.status() / 100 != 2) {
            throw ErrorJson.decode(
                    operation, answer.status(), redaction.apply(answer.body().toString()));
        }
    }

    private Object json(Buffer body) {
        if (body.length() == 0) {
            throw shape("nothing");
        }
        try {
            Object json = Json.decodeValue(body);
            if (json != null) {
                return json;
            }
        } catch (DecodeException notJson) {
            throw shape("something that is not JSON");
        }
        throw shape("null");
    }

    private dev.instant4j.error.DecodeException shape(String found) {
        return new dev.instant4j.error.DecodeException(operation, "its root", "a JSON value", found);
    }

    private String reason(Throwable cause) {
        String said = said(cause);
        if (cause instanceof TimeoutException) {
            return "no complete answer from " + uri + " in time (" + said + ").";
        }
        if (cause instanceof UnknownHostException) {
            return "the host of " + uri + " is not known. Is the address right, and the network up?";
        }
        if (cause instanceof ConnectException) {
            return uri + " can't be reached (" + said + "). Is the platform running there?";
        }
        if (cause instanceof SSLException) {
            return "no secure connection to " + uri + " (" + said + ").";
        }
        return "the connection to " + uri + " failed (" + said + ").";
    }

    private static String said(Throwable cause) {
        String message = cause.getMessage();
        String said = message == null ? cause.getClass().getSimpleName() : message;
        return said.toLowerCase(Locale.ROOT).startsWith("connection was closed") ? "closed without an answer" : said;
    }
}
