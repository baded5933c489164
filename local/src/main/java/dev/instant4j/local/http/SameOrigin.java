package dev.instant4j.local.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Tells whether a form was posted from a page of this platform, as browsers say of themselves. */
final class SameOrigin {
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private SameOrigin() {}

    /** Tells whether it was, or comes from something that is no browser. */
    static boolean holds(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        return (origin == null || origin.equals(of(request))) && (site == null || OWN_SITES.contains(site));
    }

    /** Returns how the client addresses this platform; empty if it does not say. */
    static String of(HttpServerRequest request) {
        return request.authority() == null ? "" : request.scheme() + "://" + request.authority();
    }
}
