package dev.instant4j.client.internal;

import dev.instant4j.client.PlatformOptions;
import dev.instant4j.model.Token;
import dev.instant4j.wire.JsonCursor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.impl.ClientPhase;
import io.vertx.ext.web.client.impl.HttpContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Carries calls to a platform and brings its answers back. Follows no redirects, so no token goes anywhere else. */
public final class HttpTransport {
    /** Shorter than servers and balancers keep idle connections, which is mostly a minute: theirs never close first. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final PlatformOptions options;
    private final HttpClient connections;
    private final WebClient client;
    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();

    /** Opens nothing yet. */
    public HttpTransport(Vertx vertx, PlatformOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.connections = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(Math.toIntExact(
                                options.limits().connectTimeout().toMillis()))
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setDecompressionSupported(true),
                new PoolOptions().setHttp1MaxSize(options.limits().maxInFlight()));
        this.client = WebClient.wrap(
                        connections,
                        new WebClientOptions().setUserAgentEnabled(false).setFollowRedirects(false))
                .addInterceptor(HttpTransport::begin);
    }

    /** Lets an exchange know its request: the web client itself gives no hold of it. */
    private static void begin(HttpContext<?> sending) {
        if (sending.phase() == ClientPhase.SEND_REQUEST && sending.request().bodyCodec() instanceof Exchange exchange) {
            exchange.begin(sending.clientRequest());
        }
        sending.next();
    }

    /**
     * Sends a call once.
     *
     * @param token whom to send it as; null if nobody
     * @return the JSON of the answer; fails with one of {@link dev.instant4j.error}
     */
    Future<JsonCursor> exchange(Call call, @Nullable Token token) {
        Answers answers = new Answers(call.operation(), options.uri(), new Redaction(secrets(call, token)));
        Exchange exchange = new Exchange(vertx, options.limits());
        running.add(exchange);
        return Future.succeededFuture()
                .compose(ready -> exchange.run(request(call, token), call.body()))
                .onComplete(done -> running.remove(exchange))
                .recover(failure -> Future.failedFuture(answers.missing(failure, exchange.hasBegun())))
                .map(raw -> call.isOfLines() ? answers.readLines(raw) : answers.read(raw));
    }

    /** Ends everything that is under way, and all connections. */
    public Future<Void> close() {
        running.forEach(exchange -> exchange.giveUp(new HttpClosedException("the client was closed")));
        return connections.close();
    }

    private HttpRequest<Buffer> request(Call call, @Nullable Token token) {
        URI uri = options.uri();
        boolean isSecure = "https".equalsIgnoreCase(uri.getScheme());
        int usualPort = isSecure ? 443 : 80;
        RequestOptions where = new RequestOptions()
                .setMethod(call.method())
                .setHost(uri.getHost())
                .setPort(uri.getPort() < 0 ? usualPort : uri.getPort())
                .setSsl(isSecure)
                .setURI(uri.getRawPath() + call.path());
        HttpRequest<Buffer> request = client.request(where)
                .connectTimeout(options.limits().deadline().toMillis())
                .putHeader("Accept", "application/json")
                .putHeader("User-Agent", options.userAgent());
        call.headers().forEach(request::putHeader);
        return token == null ? request : request.bearerTokenAuthentication(token.reveal());
    }

    private static List<Token> secrets(Call call, @Nullable Token token) {
        List<Token> secrets = new ArrayList<>(call.secrets());
        if (token != null) {
            secrets.add(token);
        }
        return secrets;
    }
}
