package dev.instant4j.client.internal;

import dev.instant4j.auth.Credentials;
import dev.instant4j.client.PlatformOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;

/** What all requests of one client share, whoever sends them. */
public final class Connection {
    private final HttpTransport transport;
    private final Downloads downloads;
    private final Timers timers;
    private final Vertx vertx;
    private final InstantSource clock;
    private final Retries retries;

    /** Opens nothing yet. */
    public Connection(Vertx vertx, PlatformOptions options) {
        this.transport = new HttpTransport(vertx, options);
        this.vertx = vertx;
        this.timers = new Timers(vertx);
        this.clock = Clock.systemUTC();
        this.retries = new Retries(options.retry(), timers, clock, new Random());
        this.downloads = new Downloads(vertx, options, retries);
    }

    /** Returns the requests of somebody. */
    public Requests as(Credentials credentials) {
        return new Requests(transport, bearer(credentials), retries);
    }

    /** Returns what brings files from addresses that need no token. */
    public Downloads downloads() {
        return downloads;
    }

    /** Returns the waits that end with this connection. */
    public Timers timers() {
        return timers;
    }

    /** Returns what tells the time. */
    public InstantSource clock() {
        return clock;
    }

    /** Ends everything that is under way or waits. */
    public Future<Void> close() {
        timers.close();
        return Future.join(transport.close(), downloads.close()).mapEmpty();
    }

    private Bearer bearer(Credentials credentials) {
        if (credentials instanceof Credentials.Renewable renewable) {
            Requests nobody = new Requests(transport, Bearer.of(Optional.empty()), retries);
            return new RenewingBearer(renewable, call -> nobody.send(() -> call), vertx, clock);
        }
        return Bearer.of(credentials.token());
    }
}
