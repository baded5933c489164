package dev.instant4j.client;

import dev.instant4j.client.internal.HttpTransport;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.Token;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;

/**
 * An Instant platform: Instant Cloud, a self-hosted one, or the embedded local one.
 *
 * <pre>{@code
 * InstantPlatform platform = InstantPlatform.create(vertx, PlatformOptions.of(token));
 * platform.apps().createTemporary(NewApp.titled("preview")).onSuccess(app -> ...);
 * }</pre>
 *
 * <p>Safe for use by several threads. A method that returns a future never throws and never blocks; the future
 * completes on the caller's Vert.x context. Besides what each method says, all of them fail with
 * {@link dev.instant4j.error.ApiException} if the platform says no,
 * {@link dev.instant4j.error.TransportException} if no answer arrives, and
 * {@link dev.instant4j.error.DecodeException} if the answer has another shape than expected.
 */
public final class InstantPlatform {
    private final Vertx vertx;
    private final PlatformOptions options;
    private final HttpTransport transport;
    private final Requests requests;

    private InstantPlatform(Vertx vertx, PlatformOptions options, HttpTransport transport) {
        this.vertx = vertx;
        this.options = options;
        this.transport = transport;
        this.requests = new Requests(transport, options.token());
    }

    /** Returns a client. Connects when it is used; must be {@linkplain #close closed}. The caller keeps the Vertx. */
    public static InstantPlatform create(Vertx vertx, PlatformOptions options) {
        return new InstantPlatform(vertx, options, new HttpTransport(vertx, options));
    }

    /** Returns a client of the same platform that acts as someone else. They share their connections and are closed together. */
    public InstantPlatform withToken(Token token) {
        return new InstantPlatform(vertx, options.withToken(token), transport);
    }

    /** Returns the platform's base URI, without a slash at its end. */
    public URI uri() {
        return options.uri();
    }

    public AppsApi apps() {
        return new AppsApi(requests);
    }

    public SchemaApi schema() {
        return new SchemaApi(requests);
    }

    public JobsApi jobs() {
        return new JobsApi(vertx, requests);
    }

    public RulesApi rules() {
        return new RulesApi(requests);
    }

    /** Closes all connections. Exchanges that are under way fail. */
    public Future<Void> close() {
        return transport.close();
    }
}
