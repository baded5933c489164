package dev.instant4j.local;

import dev.instant4j.local.service.Mailbox;
import dev.instant4j.model.IdSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded platform is to run.
 *
 * @param host the address that it listens on; unless it is loopback, others can reach the platform
 * @param port where it listens there; 0: any free port
 * @param directory where it keeps its data; null: in memory, gone when it is closed
 * @param clock what time it is
 * @param ids where its ids and tokens come from; must be unpredictable where strangers can reach the platform
 * @param mailbox gets the codes to log in with; a platform that runs for people must show them
 * @param dashboard the site that asks users whether programs may act for them; null: the platform itself
 * @param bodyDeadline how long the body of a request may take to come
 * @param requestLog gets a line per request: method, path, status, milliseconds; never a body or a header
 */
public record LocalOptions(
        String host,
        int port,
        @Nullable Path directory,
        Clock clock,
        IdSource ids,
        Mailbox mailbox,
        @Nullable URI dashboard,
        Duration bodyDeadline,
        Consumer<String> requestLog) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration BODY_DEADLINE = Duration.ofMinutes(1);

    /** Returns the options of a platform in memory, on any free port, that logs nothing. */
    public static LocalOptions inMemory() {
        return new LocalOptions(
                LOOPBACK,
                0,
                null,
                Clock.systemUTC(),
                IdSource.random(),
                (email, code) -> {},
                null,
                BODY_DEADLINE,
                line -> {});
    }

    /** Returns the options of a platform that keeps its data in a directory, which is made if needed. */
    public static LocalOptions in(Path directory) {
        return inMemory().withDirectory(directory);
    }

    /** Returns these options with another address to listen on. */
    public LocalOptions withHost(String changed) {
        return new LocalOptions(changed, port, directory, clock, ids, mailbox, dashboard, bodyDeadline, requestLog);
    }

    /** Returns these options with another port; 0: any free one. */
    public LocalOptions withPort(int changed) {
        return new LocalOptions(host, changed, directory, clock, ids, mailbox, dashboard, bodyDeadline, requestLog);
    }

    private LocalOptions withDirectory(Path changed) {
        return new LocalOptions(host, port, changed, clock, ids, mailbox, dashboard, bodyDeadline, requestLog);
    }

    /** Returns these options with another clock. */
    public LocalOptions withClock(Clock changed) {
        return new LocalOptions(host, port, directory, changed, ids, mailbox, dashboard, bodyDeadline, requestLog);
    }

    /** Returns these options with another source of ids and tokens. */
    public LocalOptions withIds(IdSource changed) {
        return new LocalOptions(host, port, directory, clock, changed, mailbox, dashboard, bodyDeadline, requestLog);
    }

    /** Returns these options with a receiver for mails, called on an event loop or a worker. */
    public LocalOptions withMailbox(Mailbox changed) {
        return new LocalOptions(host, port, directory, clock, ids, changed, dashboard, bodyDeadline, requestLog);
    }

    /** Returns these options with another site that asks users whether programs may act for them. */
    public LocalOptions withDashboard(URI changed) {
        return new LocalOptions(host, port, directory, clock, ids, mailbox, changed, bodyDeadline, requestLog);
    }

    /** Returns these options with another deadline for bodies; whoever is slower is cut off. */
    public LocalOptions withBodyDeadline(Duration changed) {
        return new LocalOptions(host, port, directory, clock, ids, mailbox, dashboard, changed, requestLog);
    }

    /** Returns these options with a receiver for a line per request, called on an event loop. */
    public LocalOptions withRequestLog(Consumer<String> changed) {
        return new LocalOptions(host, port, directory, clock, ids, mailbox, dashboard, bodyDeadline, changed);
    }
}
