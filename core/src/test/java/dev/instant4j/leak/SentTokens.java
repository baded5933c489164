package dev.instant4j.leak;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes the tokens that any server of a test receives, in headers and addresses. Found by Vert.x. */
public final class SentTokens implements VertxServiceProvider {

    @Override
    public void init(VertxBootstrap vertx) {
        VertxTracerFactory tracers = options -> new Listener();
        tracers.init(vertx);
    }

    private static final class Listener implements VertxTracer<Object, Object> {
        @Override
        public <R> @Nullable Object receiveRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                Iterable<Map.Entry<String, String>> headers,
                TagExtractor<R> tags) {
            headers.forEach(header -> Overheard.confided(header.getKey() + ": " + header.getValue()));
            if (request instanceof HttpServerRequest received) {
                Overheard.confided(received.uri());
            }
            return null;
        }
    }
}
