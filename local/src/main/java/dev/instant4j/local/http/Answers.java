package dev.instant4j.local.http;

import dev.instant4j.local.service.Refusal;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.logging.Logger;
import io.vertx.core.internal.logging.LoggerFactory;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes answers: results and refusals, as JSON. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    static final String JSON = "application/json; charset=utf-8";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int LINE_TOO_LONG = 414;
    private static final int HEAD_TOO_LONG = 431;
    private static final int INTERNAL_ERROR = 500;
    private static final String PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), gyroscope=(),"
            + " magnetometer=(), microphone=(), payment=(), usb=()";
    private static final String UNMATCHED = "Oops! We couldn't match this route.";

    private Answers() {}

    static void ok(RoutingContext context, JsonObject result) {
        send(context, OK, result);
    }

    /** Tells why a request was not granted; what is not a refusal is a fault of this program. */
    static void failed(RoutingContext context, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            send(context, refusal.status(), error(refusal.type(), refusal.sentence(), refusal.hint()));
        } else {
            LOG.error(context.request().method() + " " + context.request().path() + " broke", failure);
            send(
                    context,
                    INTERNAL_ERROR,
                    error("unknown", "Something went wrong. Sorry about this!", new JsonObject()));
        }
    }

    static void unmatched(RoutingContext context) {
        JsonObject hint = new JsonObject().put("record-type", "route");
        send(context, NOT_FOUND, error("record-not-found", UNMATCHED, hint));
    }

    static void tooLarge(RoutingContext context, long maxBytes) {
        String message = "The body is larger than " + maxBytes + " bytes. Send less at a time.";
        context.response().putHeader("Connection", "close");
        send(context, TOO_LARGE, error("param-malformed", message, new JsonObject().put("max-bytes", maxBytes)));
    }

    /** Refuses what is no request of HTTP, or has a head without end. */
    static void unreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        int status = cause instanceof TooLongHttpLineException
                ? LINE_TOO_LONG
                : cause instanceof TooLongHttpHeaderException ? HEAD_TOO_LONG : BAD_REQUEST;
        String message = status == BAD_REQUEST ? "This is no request of HTTP." : "The head of the request is too long.";
        JsonObject answer = error("param-malformed", message, new JsonObject());
        prepared(request.response(), status, JSON)
                .end(answer.toBuffer())
                .onComplete(sent -> request.connection().close());
    }

    static void text(RoutingContext context, int status, String type, String text) {
        prepared(context.response(), status, type).end(text);
    }

    static JsonObject error(String type, String message, @Nullable JsonObject hint) {
        return new JsonObject()
                .put("type", type)
                .put("message", message)
                .put("hint", hint)
                .put("trace-id", UUID.randomUUID().toString().replace("-", ""));
    }

    private static void send(RoutingContext context, int status, JsonObject body) {
        if (!context.response().ended()) {
            prepared(context.response(), status, JSON).end(body.toBuffer());
        }
    }

    private static HttpServerResponse prepared(HttpServerResponse response, int status, String type) {
        return response.setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "strict-origin")
                .putHeader("Content-Security-Policy", "script-src 'self'")
                .putHeader("Permissions-Policy", PERMISSIONS);
    }
}
