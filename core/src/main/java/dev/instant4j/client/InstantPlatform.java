package dev.instant4j.client;

import dev.instant4j.admin.Actor;
import dev.instant4j.auth.Credentials;
import dev.instant4j.client.internal.Connection;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.model.AppId;
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
 *
 * <p>What can be sent twice without harm is sent again after a passing failure, as {@link RetryPolicy} says: reads, and
 * writes whose documentation says that they are safe to repeat. Anything is sent again when it can't have arrived, or
 * when the platform did not look at it because of too many requests. Everything else is sent once.
 */
public final class InstantPlatform {
    private final Connection connection;
    private final PlatformOptions options;
    private final Requests requests;

    private InstantPlatform(Connection connection, PlatformOptions options) {
        this.connection = connection;
        this.options = options;
        this.requests = connection.as(options.credentials());
    }

    /** Returns a client. Connects when it is used; must be {@linkplain #close closed}. The caller keeps the Vertx. */
    public static InstantPlatform create(Vertx vertx, PlatformOptions options) {
        return new InstantPlatform(new Connection(vertx, options), options);
    }

    /** Returns a client of the same platform that acts as someone else. They share their connections and are closed together. */
    public InstantPlatform withToken(Token token) {
        return withCredentials(new Credentials.Bearer(token));
    }

    /** Returns a client of the same platform that acts as someone else. They share their connections and are closed together. */
    public InstantPlatform withCredentials(Credentials credentials) {
        return new InstantPlatform(connection, options.withCredentials(credentials));
    }

    /** Returns the platform's base URI, without a slash at its end. */
    public URI uri() {
        return options.uri();
    }

    /** Returns what can be done with apps as a whole, temporary ones included. */
    public AppsApi apps() {
        return new AppsApi(requests, this);
    }

    /** Returns what can be done with orgs and the members of orgs and apps. */
    public OrgsApi orgs() {
        return new OrgsApi(requests);
    }

    /** Returns how apps change hands, and how invitations are answered. */
    public TransfersApi transfers() {
        return new TransfersApi(requests);
    }

    /** Returns how schemas of apps are read and changed. */
    public SchemaApi schema() {
        return new SchemaApi(requests, connection.timers());
    }

    /** Returns how background jobs of apps are started and awaited. */
    public JobsApi jobs() {
        return new JobsApi(requests, connection.timers());
    }

    /** Returns how rules of apps are read and replaced. */
    public RulesApi rules() {
        return new RulesApi(requests);
    }

    /** Returns what reads and writes the data of an app; takes its admin token, or a token of whose personal app it is. */
    public AdminClient admin(AppId app) {
        return new AdminClient(requests, app, Actor.ADMIN);
    }

    /** Returns how people sign in, and their personal access tokens. */
    public TokensApi tokens() {
        return new TokensApi(requests, connection.timers());
    }

    /** Returns how users authorize programs. */
    public OAuthApi oauth() {
        return new OAuthApi(uri(), requests, connection.clock());
    }

    /** Returns the programs that users can let act for them. */
    public OAuthAppsApi oauthApps() {
        return new OAuthAppsApi(requests);
    }

    /** Returns how the users of an app sign in. */
    public LoginSettingsApi logins(AppId app) {
        return new LoginSettingsApi(requests, app);
    }

    /** Returns who is told of changes to the data of an app. */
    public WebhooksApi webhooks(AppId app) {
        return new WebhooksApi(this, requests, app);
    }

    /** Returns how an app is backed up and its backups downloaded. */
    public BackupsApi backups(AppId app) {
        return new BackupsApi(requests, connection.downloads(), app);
    }

    /** Returns how to ask whether the platform is well. */
    public HealthApi health() {
        return new HealthApi(requests);
    }

    /**
     * Closes all connections and ends all waits. What is under way fails with
     * {@link dev.instant4j.error.TransportException}, or with the failure that it was to be repeated for.
     */
    public Future<Void> close() {
        return connection.close();
    }
}
