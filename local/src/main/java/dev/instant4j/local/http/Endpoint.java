package dev.instant4j.local.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.function.Function;

/** Handles one route: reads the body, asks a service, answers. */
final class Endpoint implements Handler<RoutingContext> {
    private static final int BAD_REQUEST = 400;
    private static final String JSON_TYPE = "(?i)application/([^;]+\\+)?json\\s*(;.*)?";

    private final Function<Exchange, Future<? extends Reply>> service;
    private final BodyLimits limits;

    Endpoint(Function<Exchange, Future<? extends Reply>> service, BodyLimits limits) {
        this.service = service;
        this.limits = limits;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.path().endsWith("/")) {
            Answers.unmatched(context);
            return;
        }
        Buffer body = Buffer.buffer();
        long tooLate = context.vertx()
                .setTimer(
                        limits.deadline().toMillis(),
                        timer -> request.connection().close());
        request.handler(chunk -> {
            if (body.length() + chunk.length() > limits.maxBytes()) {
                request.handler(ignored -> {}).endHandler(ignored -> {});
                Answers.tooLarge(context, limits.maxBytes());
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> {
            context.vertx().cancelTimer(tooLate);
            answer(context, body);
        });
        request.exceptionHandler(broken -> context.vertx().cancelTimer(tooLate));
    }

    private void answer(RoutingContext context, Buffer body) {
        try {
            String type = context.request().getHeader("Content-Type");
            boolean isJson = type != null && type.matches(JSON_TYPE) && body.length() > 0;
            String form = type != null && FormFields.isForm(type) ? body.toString() : "";
            Exchange exchange = new Exchange(context, isJson ? JsonReader.read(body) : null, form);
            Future.succeededFuture(exchange)
                    .compose(asked -> service.apply(asked).map(Reply.class::cast))
                    .onSuccess(reply -> reply.send(context))
                    .onFailure(failure -> Answers.failed(context, failure));
        } catch (IOException malformed) {
            Answers.text(context, BAD_REQUEST, "text/plain", "Malformed JSON in request body.");
        }
    }
}
