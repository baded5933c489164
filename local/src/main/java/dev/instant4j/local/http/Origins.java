package dev.instant4j.local.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sites a browser lets speak to this platform: all, as they need a token, and never with a cookie. Where a user
 * gives consent no other site has a say.
 */
final class Origins {
    private static final String CONSENT = "/platform/oauth/(?:start|grant|deny|claim)";
    private static final String CLAIM = "/platform/oauth/claim";
    private static final int PREFLIGHT_SECONDS = 600;

    private Origins() {}

    /** @param dashboard the site that asks for consent; null: this platform itself */
    static void admit(Router router, @Nullable URI dashboard) {
        router.routeWithRegex("(?!" + CONSENT + "$).*").handler(headers(CorsHandler.create()));
        if (dashboard != null) {
            String origin = dashboard.getScheme() + "://" + dashboard.getRawAuthority();
            CorsHandler forDashboard = headers(CorsHandler.create().addOrigin(origin));
            router.route(CLAIM).handler(context -> {
                if (origin.equals(context.request().getHeader("Origin"))) {
                    forDashboard.handle(context);
                } else {
                    context.next();
                }
            });
        }
    }

    private static CorsHandler headers(CorsHandler handler) {
        return handler.allowedMethods(Set.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.POST, HttpMethod.DELETE))
                .maxAgeSeconds(PREFLIGHT_SECONDS);
    }
}
