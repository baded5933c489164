package dev.instant4j.local.http;

import dev.instant4j.local.service.AuthorizationService;
import dev.instant4j.local.service.AuthorizationService.Started;
import dev.instant4j.local.service.Params;
import dev.instant4j.local.service.PlatformTokenService;
import dev.instant4j.local.service.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Users let programs act for them: the way there, the page that asks, the way back, and the tokens that come of it. */
final class OAuthRoutes {
    private static final String BASE = "/platform/oauth";
    private static final String START = BASE + "/start";
    private static final String COOKIE = "__session";
    private static final String COOKIE_PREFIX = "instantdb_";
    private static final Duration COOKIE_LIFETIME = Duration.ofHours(1);
    private static final int OK = 200;

    private final AuthorizationService authorizations;
    private final @Nullable URI dashboard;

    private OAuthRoutes(AuthorizationService authorizations, @Nullable URI dashboard) {
        this.authorizations = authorizations;
        this.dashboard = dashboard;
    }

    /** @param dashboard which site asks users; null: this platform itself */
    static void mount(
            Routes routes, AuthorizationService authorizations, PlatformTokenService tokens, @Nullable URI dashboard) {
        OAuthRoutes pages = new OAuthRoutes(authorizations, dashboard);
        routes.reply(HttpMethod.GET, START, pages::start);
        routes.post(BASE + "/claim", exchange -> authorizations.claim(exchange.credential(), exchange.body()));
        routes.reply(HttpMethod.POST, BASE + "/grant", pages::grant);
        routes.reply(HttpMethod.POST, BASE + "/deny", pages::deny);
        routes.post(BASE + "/token", exchange -> tokens.issue(exchange.formOrBody()));
        routes.post(BASE + "/revoke", exchange -> tokens.revoke(exchange.params()));
        routes.get(BASE + "/token-info", exchange -> tokens.info(exchange.query("access_token")));
    }

    /** Takes in users whom programs send, and asks those who have been taken in. */
    private Future<Page> start(Exchange exchange) {
        boolean isAsked = exchange.query("client_id") == null && exchange.query(Destination.REDIRECT) != null;
        return errorsAsPages(() -> isAsked ? ask(exchange) : begin(exchange));
    }

    private Future<Page> begin(Exchange exchange) {
        String site = dashboard == null
                ? SameOrigin.of(exchange.request())
                : dashboard.toString().replaceAll("/+$", "");
        return authorizations
                .start(exchange.params())
                .map(started -> Page.found(site + START + "?" + Destination.REDIRECT + "=" + started.redirect())
                        .with(cookie(started)));
    }

    private static Cookie cookie(Started started) {
        return Cookie.cookie(COOKIE, COOKIE_PREFIX + started.cookie())
                .setPath(BASE)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(COOKIE_LIFETIME.toSeconds());
    }

    private Future<Page> ask(Exchange exchange) {
        String redirect = exchange.field(Destination.REDIRECT);
        Params asked = Params.ofQuery(new JsonObject().put("redirect", redirect));
        return DashboardRoutes.withSession(
                exchange,
                session -> authorizations
                        .show(session, asked)
                        .map(consent -> Page.of(OK, ConsentPage.of(consent, redirect, session.formToken()))));
    }

    private Future<Page> grant(Exchange exchange) {
        return errorsAsPages(
                () -> authorizations.grant(exchange.params(), cookie(exchange)).map(Page::found));
    }

    private Future<Page> deny(Exchange exchange) {
        return authorizations.deny(exchange.params(), cookie(exchange)).map(Page::found);
    }

    private static @Nullable String cookie(Exchange exchange) {
        Cookie cookie = exchange.request().getCookie(COOKIE);
        boolean isOurs = cookie != null && cookie.getValue().startsWith(COOKIE_PREFIX);
        return isOurs ? cookie.getValue().substring(COOKIE_PREFIX.length()) : null;
    }

    /** What makes a page. */
    private interface Maker {
        Future<Page> make();
    }

    private static Future<Page> errorsAsPages(Maker maker) {
        return Future.succeededFuture()
                .compose(begun -> maker.make())
                .recover(failure -> failure instanceof Refusal refusal
                        ? Future.succeededFuture(
                                Page.of(refusal.status(), DashboardPages.oauthError(refusal.sentence())))
                        : Future.failedFuture(failure));
    }
}
