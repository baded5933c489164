package dev.instant4j.fault;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Passes on what a client and a platform say to each other, but for the faults it is told to make, one a request. */
public final class FaultyProxy implements AutoCloseable {
    private final URI platform;
    private final NetServer server;
    private final NetClient client;
    private final Queue<Fault> faults = new ArrayDeque<>();

    private FaultyProxy(Vertx vertx, URI platform) {
        this.platform = platform;
        this.server = vertx.createNetServer().connectHandler(this::connect);
        this.client = vertx.createNetClient();
    }

    /** Starts a proxy before a platform. */
    public static FaultyProxy start(Vertx vertx, URI platform) {
        FaultyProxy proxy = new FaultyProxy(vertx, platform);
        await(proxy.server.listen(0, "localhost"));
        return proxy;
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    /** Tells what is to happen to the next requests, one after the other; nothing happens to those after them. */
    public synchronized void next(Fault... planned) {
        faults.addAll(Arrays.asList(planned));
    }

    @Override
    public void close() {
        await(server.close());
        await(client.close());
    }

    private synchronized Fault nextFault() {
        Fault planned = faults.poll();
        return planned == null ? Fault.NONE : planned;
    }

    private void connect(NetSocket caller) {
        caller.pause();
        caller.exceptionHandler(reset -> {});
        client.connect(platform.getPort(), platform.getHost())
                .onSuccess(target -> new Conversation(caller, target).begin())
                .onFailure(refused -> caller.close());
    }

    /** One connection; a request begins with the first bytes after an answer. */
    private final class Conversation {
        private final NetSocket caller;
        private final NetSocket target;
        private Fault fault = Fault.NONE;
        private boolean isAnswered = true;

        Conversation(NetSocket caller, NetSocket target) {
            this.caller = caller;
            this.target = target;
        }

        void begin() {
            caller.handler(this::ask);
            target.handler(this::answer);
            target.exceptionHandler(reset -> {});
            caller.closeHandler(closed -> target.close());
            target.closeHandler(closed -> caller.close());
            caller.resume();
        }

        private void ask(Buffer bytes) {
            if (isAnswered) {
                fault = nextFault();
                isAnswered = false;
            }
            if (fault == Fault.LOST_REQUEST) {
                caller.close();
            } else {
                target.write(bytes);
            }
        }

        private void answer(Buffer bytes) {
            isAnswered = true;
            switch (fault) {
                case NONE -> caller.write(bytes);
                case CUT_ANSWER -> last(bytes.slice(0, bytes.length() - bytes.length() / 4 - 1));
                case GATEWAY_ERROR ->
                    last(Buffer.buffer("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 3\r\n\r\noff"));
                case GARBAGE -> last(Buffer.buffer("\u0000\u0001 no http \r\n\r\n"));
                default -> caller.close();
            }
        }

        private void last(Buffer bytes) {
            caller.write(bytes).onComplete(sent -> caller.close());
        }
    }

    private static void await(Future<?> future) {
        try {
            future.await(10, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError(late);
        }
    }
}
