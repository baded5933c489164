package dev.instant4j.client;

import dev.instant4j.leak.Overheard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A server that answers each request as the next line of its script says, byte by byte; the last line holds on. */
final class ScriptedServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final NetServer server;
    private final Deque<Line> script;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What to do with a connection on which a whole request has come in. */
    interface Line {
        void play(NetSocket connection);

        /** Answers properly. */
        static Line answer(int status, String body) {
            return raw("HTTP/1.1 " + status + " Scripted\r\ncontent-type: application/json\r\ncontent-length: "
                    + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
        }

        static Line raw(String text) {
            Overheard.confided(text);
            return connection -> connection.write(text);
        }

        /** Sends some bytes, then closes the connection. */
        static Line rawThenClose(String text) {
            return connection -> connection.write(text).onComplete(sent -> connection.close());
        }

        static Line silence() {
            return connection -> {};
        }

        /** Promises a long body and sends a byte of it now and then. */
        static Line drip(Vertx vertx) {
            return connection -> {
                connection.write("HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n");
                long timer = vertx.setPeriodic(5, tick -> connection.write(" "));
                connection.closeHandler(closed -> vertx.cancelTimer(timer));
            };
        }
    }

    private ScriptedServer(Vertx vertx, List<Line> script) {
        this.script = new ArrayDeque<>(script);
        this.server = vertx.createNetServer().connectHandler(this::listen);
    }

    static ScriptedServer start(Vertx vertx, Line... script) {
        ScriptedServer scripted = new ScriptedServer(vertx, List.of(script));
        await(scripted.server.listen(0, "localhost"));
        return scripted;
    }

    URI uri() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    /** Returns all requests that have come in, head and body. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        await(server.close());
    }

    private void listen(NetSocket connection) {
        StringBuilder received = new StringBuilder();
        connection.exceptionHandler(reset -> {});
        connection.handler(chunk -> {
            received.append(chunk);
            String request = received.toString();
            if (isWhole(request)) {
                requests.add(request);
                Overheard.confided(request);
                received.setLength(0);
                next().play(connection);
            }
        });
    }

    private synchronized Line next() {
        return script.size() > 1 ? script.remove() : script.element();
    }

    private static boolean isWhole(String request) {
        int head = request.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(request);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return request.substring(head + 4).getBytes(UTF_8).length >= body;
    }

    private static void await(Future<?> future) {
        try {
            future.await(10, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError(late);
        }
    }
}
