package dev.instant4j.push;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The way to a platform, with somebody who looks around before each request and after each write. It can be told to end
 * after some writes: then it gives no more answers, as if the one who asks were killed.
 */
final class Gate implements AutoCloseable {
    private final URI platform;
    private final Function<String, Future<Void>> look;
    private final HttpClient client;
    private final HttpServer server;
    private final AtomicInteger writes = new AtomicInteger();
    private volatile int last = Integer.MAX_VALUE;
    private volatile boolean seesReads = true;

    /** @param look is told when, such as {@code before POST /path} */
    Gate(Vertx vertx, URI platform, Function<String, Future<Void>> look) {
        this.platform = platform;
        this.look = look;
        this.client = vertx.createHttpClient();
        this.server = PushedApp.await(
                vertx.createHttpServer().requestHandler(this::pass).listen(0, "127.0.0.1"));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /**
     * Lets this many writes reach the platform from now on, loses the answer to the last, and is silent after it. The
     * writes before the last are not worth another look, nor are any reads from now on: a push that came to its end has
     * shown them.
     */
    void endAfter(int number) {
        writes.set(0);
        last = number;
        seesReads = false;
    }

    void open() {
        writes.set(0);
        last = Integer.MAX_VALUE;
    }

    int writes() {
        return writes.get();
    }

    private void pass(HttpServerRequest request) {
        String what = request.method() + " " + request.path();
        if (writes.get() >= last) {
            request.connection().close();
            return;
        }
        boolean isWrite = request.method().equals(HttpMethod.POST);
        boolean isNew = isWrite ? last == Integer.MAX_VALUE || writes.get() + 1 == last : seesReads;
        Function<String, Future<Void>> looking = isNew ? look : time -> Future.succeededFuture();
        request.body()
                .compose(body -> looking.apply("before " + what)
                        .compose(looked -> forward(request, body))
                        .compose(answer ->
                                (isWrite ? looking.apply("after " + what) : Future.succeededFuture()).map(answer)))
                .onSuccess(answer -> {
                    if (isWrite && writes.incrementAndGet() >= last) {
                        request.connection().close();
                    } else {
                        answer.sendTo(request);
                    }
                })
                .onFailure(failure -> request.connection().close());
    }

    private Future<Answer> forward(HttpServerRequest request, Buffer body) {
        RequestOptions options =
                new RequestOptions().setMethod(request.method()).setAbsoluteURI(platform + request.uri());
        return client.request(options).compose(ongoing -> {
            request.headers().forEach((name, value) -> {
                if (!name.equalsIgnoreCase("host")) {
                    ongoing.putHeader(name, value);
                }
            });
            return ongoing.send(body).compose(Answer::of);
        });
    }

    private record Answer(HttpClientResponse head, Buffer body) {

        static Future<Answer> of(HttpClientResponse head) {
            return head.body().map(body -> new Answer(head, body));
        }

        void sendTo(HttpServerRequest request) {
            request.response().setStatusCode(head.statusCode());
            head.headers().forEach((name, value) -> request.response().putHeader(name, value));
            request.response().end(body);
        }
    }

    @Override
    public void close() {
        PushedApp.await(server.close());
        PushedApp.await(client.close());
    }
}
