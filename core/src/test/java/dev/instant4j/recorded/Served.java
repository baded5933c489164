package dev.instant4j.recorded;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.PlatformOptions;
import dev.instant4j.client.RetryPolicy;
import dev.instant4j.leak.Overheard;
import dev.instant4j.model.Token;
import dev.instant4j.recorded.Recording.Exchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A server that knows some exchanges and nothing else, and a client of it. Each exchange is served once, the first that
 * fits; what does not fit is answered by 500 and says so.
 */
public final class Served implements AutoCloseable {
    /** What the client sends. */
    public static final Token TOKEN = Token.of("9d3f0a51-0f6e-4f0e-8d27-55a0f1f6d0aa");

    private final HttpServer server;
    private final InstantPlatform platform;
    private final List<Exchange> unserved;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    private Served(Vertx vertx, List<Exchange> exchanges) {
        this.unserved = new ArrayList<>(exchanges);
        this.server = vertx.createHttpServer();
        result(server.requestHandler(this::receive).listen(0, "localhost"));
        URI uri = URI.create("http://localhost:" + server.actualPort());
        this.platform = InstantPlatform.create(
                vertx, PlatformOptions.at(uri).withToken(TOKEN).withRetry(RetryPolicy.NEVER));
    }

    /** Serves the exchanges of a recording. */
    public static Served recording(Vertx vertx, String name) {
        return new Served(vertx, Recording.named(name).exchanges());
    }

    public static Served exchanges(Vertx vertx, Exchange... exchanges) {
        return new Served(vertx, List.of(exchanges));
    }

    public InstantPlatform platform() {
        return platform;
    }

    /** Puts something that is known only now, such as the server's own address, into the answers that are left. */
    public synchronized void replace(String placeholder, String text) {
        unserved.replaceAll(exchange -> new Exchange(
                exchange.method(),
                exchange.path(),
                exchange.request(),
                exchange.status(),
                exchange.answer() instanceof JsonObject json
                        ? new JsonObject(json.encode().replace(placeholder, text))
                        : exchange.answer()));
    }

    /** Returns the authorization header of each request, empty if it had none. */
    public List<String> authorizations() {
        return authorizations;
    }

    /** Returns what nobody has asked for yet. */
    public synchronized List<Exchange> unserved() {
        return List.copyOf(unserved);
    }

    /** Returns what a future completes with; throws what it fails with. */
    public static <T> T result(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("The client neither answers nor gives up.", late);
        } catch (RuntimeException failure) {
            Overheard.failed(failure);
            throw failure;
        }
    }

    @Override
    public void close() {
        result(platform.close());
        result(server.close());
    }

    private void receive(HttpServerRequest request) {
        String authorization = request.getHeader("authorization");
        authorizations.add(authorization == null ? "" : authorization);
        Overheard.confided("authorization: " + authorization + "\n" + request.uri());
        request.body().onSuccess(body -> answer(request, body));
    }

    private synchronized void answer(HttpServerRequest request, Buffer body) {
        for (Exchange exchange : unserved) {
            if (fits(exchange, request, body)) {
                unserved.remove(exchange);
                Overheard.confided(body.toString());
                String answer = exchange.answer() instanceof String text ? text : Json.encode(exchange.answer());
                Overheard.confided(answer);
                request.response().setStatusCode(exchange.status()).end(answer);
                return;
            }
        }
        request.response()
                .setStatusCode(500)
                .end("Not expected: " + request.method() + " " + request.uri() + " " + body);
    }

    private static String decoded(String uri) {
        return URLDecoder.decode(uri.replace("+", "%2B"), UTF_8);
    }

    private static boolean fits(Exchange exchange, HttpServerRequest request, Buffer body) {
        if (!exchange.method().equals(request.method().name())
                || !exchange.path().equals(decoded(request.uri()))) {
            return false;
        }
        if (exchange.request() == null) {
            return body.length() == 0 || body.toString().equals("{}");
        }
        return exchange.request() instanceof String text
                ? text.equals(body.toString())
                : exchange.request().equals(Json.decodeValue(body));
    }
}
