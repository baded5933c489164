package dev.instant4j.examples;

import dev.instant4j.auth.OAuthClient;
import dev.instant4j.auth.OAuthTokens;
import dev.instant4j.auth.Pkce;
import dev.instant4j.auth.Scope;
import dev.instant4j.client.InstantPlatform;
import dev.instant4j.error.InstantException;
import dev.instant4j.model.Token;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two routes by which users let this service work on their Instant apps: {@code GET /oauth/start} sends them to the
 * platform, {@code GET /oauth/callback} takes them back and hands their tokens on.
 *
 * <p>The cookie makes sure that who comes back is who left: without it, anyone could send a victim to the callback with a
 * code of their own.
 */
public final class OAuthRoutes {
    private static final String COOKIE = "instant-oauth-state";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_DEPARTURES = 10_000;

    private final InstantPlatform platform;
    private final OAuthClient client;
    private final Set<Scope> scopes;
    private final Function<OAuthTokens, Future<Void>> keep;
    private final InstantSource clock;
    private final Map<String, Departure> departures = new ConcurrentHashMap<>();

    /** Someone who has left for the platform. */
    private record Departure(Pkce pkce, Instant until) {}

    /**
     * @param client who this service is; its redirect URI leads to the callback
     * @param scopes what to ask users for
     * @param keep stores the tokens of a user; the user waits for it
     */
    public OAuthRoutes(
            InstantPlatform platform,
            OAuthClient client,
            Set<Scope> scopes,
            Function<OAuthTokens, Future<Void>> keep,
            InstantSource clock) {
        this.platform = platform;
        this.client = client;
        this.scopes = Set.copyOf(scopes);
        this.keep = keep;
        this.clock = clock;
    }

    /** Adds the routes to a router. */
    public void mount(Router router) {
        router.get("/oauth/start").handler(this::start);
        router.get("/oauth/callback").handler(this::callback);
    }

    private void start(RoutingContext context) {
        departures.values().removeIf(departure -> departure.until().isBefore(clock.instant()));
        if (departures.size() >= MOST_DEPARTURES) {
            answer(context, 503, "Too many people are connecting at the moment. Try again in a few minutes.");
            return;
        }
        String state = UUID.randomUUID().toString();
        Pkce pkce = Pkce.random();
        departures.put(state, new Departure(pkce, clock.instant().plus(PATIENCE)));
        context.response()
                .addCookie(cookie(state, PATIENCE))
                .setStatusCode(302)
                .putHeader(
                        HttpHeaders.LOCATION,
                        platform.oauth()
                                .authorizeUrl(client, scopes, state, pkce)
                                .toString())
                .end();
    }

    private void callback(RoutingContext context) {
        Optional<Departure> departure = returned(context);
        context.response().addCookie(cookie("", Duration.ZERO));
        String code = context.request().getParam("code");
        if (departure.isEmpty()) {
            answer(context, 400, "This sign-in was not begun here, or too long ago. Begin again at /oauth/start.");
        } else if (code == null || code.isBlank()) {
            answer(context, 403, refusal(context.request()));
        } else {
            Future.succeededFuture(code)
                    .map(Token::of)
                    .compose(proof -> platform.oauth()
                            .exchange(client, proof, departure.get().pkce()))
                    .compose(keep)
                    .onSuccess(kept -> answer(context, 200, "You are connected."))
                    .onFailure(failure -> answer(context, 502, reason(failure)));
        }
    }

    /** The platform says why it sends someone back without a code. */
    private static String refusal(HttpServerRequest request) {
        String error = request.getParam("error", "nothing");
        return error.equals("access_denied")
                ? "You did not let us work on your apps."
                : "The platform did not let you connect: " + error + " " + request.getParam("error_description", "");
    }

    /** What the client says is fit for users; what a store says may not be. */
    private static String reason(Throwable failure) {
        return failure instanceof InstantException
                ? "Connecting failed. " + failure.getMessage()
                : "Connecting failed on our side. Begin again at /oauth/start.";
    }

    private Optional<Departure> returned(RoutingContext context) {
        @Nullable Cookie cookie = context.request().getCookie(COOKIE);
        String state = context.request().getParam("state");
        if (cookie == null || state == null || !cookie.getValue().equals(state)) {
            return Optional.empty();
        }
        return Optional.ofNullable(departures.remove(state))
                .filter(departure -> departure.until().isAfter(clock.instant()));
    }

    private Cookie cookie(String value, Duration age) {
        return Cookie.cookie(COOKIE, value)
                .setPath("/oauth")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure("https".equals(client.redirectUri().getScheme()))
                .setMaxAge(age.toSeconds());
    }

    private static void answer(RoutingContext context, int status, String text) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .end(text);
    }
}
