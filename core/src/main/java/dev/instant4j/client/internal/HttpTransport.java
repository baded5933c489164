package dev.instant4j.client.internal;

import dev.instant4j.client.PlatformOptions;
import dev.instant4j.model.Token;
import dev.instant4j.wire.JsonCursor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Carries calls to a platform and brings its answers back. Follows no redirects, so no token goes anywhere else. */
public final class HttpTransport {
    private final Vertx vertx;
    private final PlatformOptions options;
    private final HttpClient client;

    public HttpTransport(Vertx vertx, PlatformOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(options.connectTimeout().toMillis()))
                .setDecompressionSupported(true));
    }

    /**
     * Sends a call once.
     *
     * @param token whom to send it as; null if nobody
     * @return the JSON of the answer; fails with one of {@link dev.instant4j.error}
     */
    Future<JsonCursor> exchange(Call call, @Nullable Token token) {
        Answers answers = new Answers(call.operation(), options.uri(), new Redaction(token));
        Buffer body = call.body() == null ? null : call.body().toBuffer();
        Exchange exchange = new Exchange(vertx, options.deadline(), options.maxBytes());
        return exchange.run(client, request(call, token), body)
                .recover(failure -> Future.failedFuture(answers.missing(failure, exchange.hasBegun())))
                .map(answers::read);
    }

    public Future<Void> close() {
        return client.close();
    }

    private RequestOptions request(Call call, @Nullable Token token) {
        URI uri = options.uri();
        boolean isSecure = "https".equalsIgnoreCase(uri.getScheme());
        RequestOptions request = new RequestOptions()
                .setMethod(call.method())
                .setHost(uri.getHost())
                .setPort(uri.getPort() >= 0 ? uri.getPort() : isSecure ? 443 : 80)
                .setSsl(isSecure)
                .setURI(uri.getRawPath() + call.path())
                .setFollowRedirects(false)
                .setConnectTimeout(options.deadline().toMillis())
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader(HttpHeaders.USER_AGENT, options.userAgent());
        if (call.body() != null) {
            request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        if (token != null) {
            request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.reveal());
        }
        return request;
    }
}
