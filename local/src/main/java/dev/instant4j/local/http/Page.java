package dev.instant4j.local.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * What a browser gets: something to see, or the way to somewhere else. Nobody on the way keeps it.
 *
 * @param location where to go; null: nowhere
 * @param cookie to keep; null: none
 * @param html what to see; empty if there is somewhere to go
 */
record Page(int status, @Nullable String location, @Nullable Cookie cookie, String html) implements Reply {
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;

    static Page of(int status, String html) {
        return new Page(status, null, null, html);
    }

    /** Returns the way to another server. */
    static Page found(String location) {
        return new Page(FOUND, location, null, "");
    }

    /** Returns the way to the page that shows what a form has done. */
    static Page seeOther(String location) {
        return new Page(SEE_OTHER, location, null, "");
    }

    Page with(Cookie changed) {
        return new Page(status, location, changed, html);
    }

    @Override
    public void send(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.putHeader("Cache-Control", "no-store");
        if (location != null) {
            response.putHeader("Location", location);
        }
        if (cookie != null) {
            response.addCookie(cookie);
        }
        Answers.text(context, status, "text/html; charset=utf-8", html);
    }
}
