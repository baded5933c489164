package dev.instant4j.local;

import dev.instant4j.auth.Scope;
import dev.instant4j.local.http.BodyLimits;
import dev.instant4j.local.http.Faults;
import dev.instant4j.local.http.Routes;
import dev.instant4j.local.service.Services;
import dev.instant4j.local.store.Store;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.OAuthAppId;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An Instant platform inside this process: the same HTTP API, on loopback unless told otherwise, with its data in SQLite.
 *
 * <pre>{@code
 * LocalPlatform.start(vertx, LocalOptions.inMemory())
 *         .onSuccess(platform -> System.out.println(platform.uri()));
 * }</pre>
 */
public final class LocalPlatform {
    private static final Map<String, String> REACHED_AT = Map.of("0.0.0.0", "127.0.0.1", "::", "::1");
    private static final long MAX_BODY_BYTES = 64L << 20;
    private static final int MAX_HEADER_BYTES = 32 << 10;
    private static final int IDLE_SECONDS = 60;
    private static final long SWEEP_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final Vertx vertx;
    private final String host;
    private final Store store;
    private final Services services;
    private final HttpServer server;
    private final Faults faults;
    private final Runnable stopSweeping;

    private LocalPlatform(Vertx vertx, String host, Store store, Services services, HttpServer server, Faults faults) {
        this.vertx = vertx;
        this.host = host;
        this.store = store;
        this.services = services;
        this.server = server;
        this.faults = faults;
        long timer = vertx.setPeriodic(SWEEP_MILLIS, tick -> services.sweeper().sweep());
        this.stopSweeping = () -> vertx.cancelTimer(timer);
    }

    /**
     * Starts a platform. The caller keeps {@code vertx} and closes it.
     *
     * @return completes when requests are answered; fails with {@link dev.instant4j.local.store.StoreException} if the
     *     directory is in use or its content can't be read, and with {@link java.net.BindException} if the port is taken
     */
    public static Future<LocalPlatform> start(Vertx vertx, LocalOptions options) {
        return Store.open(vertx, options.directory(), options.clock()).compose(store -> {
            Services services = new Services(store, options.ids(), options.mailbox());
            Faults faults = new Faults(vertx);
            return services.sweeper()
                    .sweep()
                    .compose(swept -> listen(vertx, options, services, faults))
                    .map(server -> new LocalPlatform(vertx, options.host(), store, services, server, faults))
                    .onSuccess(platform -> services.runner().wake())
                    .recover(failure -> store.close().transform(closed -> Future.failedFuture(failure)));
        });
    }

    private static Future<HttpServer> listen(Vertx vertx, LocalOptions options, Services services, Faults faults) {
        HttpServerOptions http = new HttpServerOptions()
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        Handler<HttpServerRequest> routes =
                Routes.of(vertx, services, new BodyLimits(MAX_BODY_BYTES, options.bodyDeadline()), options.dashboard());
        return vertx.createHttpServer(http)
                .invalidRequestHandler(Routes::unreadable)
                .requestHandler(logged(faults.before(routes), options.requestLog()))
                .listen(options.port(), options.host());
    }

    private static Handler<HttpServerRequest> logged(Handler<HttpServerRequest> routes, Consumer<String> log) {
        return request -> {
            long begin = System.nanoTime();
            request.response().endHandler(end -> {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                log.accept(request.method() + " " + request.path() + " "
                        + request.response().getStatusCode() + " " + millis + " ms");
            });
            routes.handle(request);
        };
    }

    /** Returns where this platform answers, as this machine sees it. */
    public URI uri() {
        String reached = REACHED_AT.getOrDefault(host, host);
        String name = reached.contains(":") ? "[" + reached + "]" : reached;
        return URI.create("http://" + name + ":" + server.actualPort());
    }

    /**
     * Returns the one long-lived app for a definition file, which belongs to a built-in user. It is made when it is
     * asked for first; in a directory it outlives restarts.
     *
     * @param definition the file; its absolute path counts, it need not exist
     */
    public Future<LocalApp> appFor(Path definition) {
        Path path = definition.toAbsolutePath().normalize();
        String title = String.valueOf(path.getFileName());
        return services.apps()
                .ofDefinition(path.toString(), title)
                .map(opened -> new LocalApp(
                        new AppId(opened.app()), Token.of(opened.adminToken().toString())));
    }

    /** Removes an app for good, with all it has; does nothing if there is none of that id. */
    public Future<Void> remove(AppId app) {
        return services.apps().remove(app.value());
    }

    /**
     * Lets everyone use a program, not only members of its app, and ask for some scopes: what only those who run a
     * platform can decide.
     *
     * @return whether there is such a program
     */
    public Future<Boolean> publish(OAuthAppId oauthApp, Collection<Scope> scopes) {
        return services.oauthApps()
                .publish(
                        oauthApp.value(),
                        scopes.stream()
                                .map(scope -> dev.instant4j.local.service.Scope.valueOf(scope.name()))
                                .toList());
    }

    /** Returns what makes users who can log in at once. */
    public LocalUsers users() {
        return new LocalUsers(vertx, services.users());
    }

    /** Returns what makes this platform fail on request, for tests of clients. */
    public Faults faults() {
        return faults;
    }

    /** Lets background jobs rest after this many more of their stages, for tests of clients that wait for them. */
    public void holdJobs(int stages) {
        services.runner().hold(stages);
    }

    /** Lets background jobs go on. */
    public void releaseJobs() {
        services.runner().release();
    }

    /** Stops listening, finishes what was accepted and lets go of the directory. */
    public Future<Void> close() {
        stopSweeping.run();
        return server.close().eventually(() -> services.runner().stop()).eventually(store::close);
    }
}
