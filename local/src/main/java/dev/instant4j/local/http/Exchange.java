package dev.instant4j.local.http;

import dev.instant4j.local.service.ActAs;
import dev.instant4j.local.service.Credential;
import dev.instant4j.local.service.DataRequest;
import dev.instant4j.local.service.Params;
import dev.instant4j.local.service.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request whose body has been read. */
final class Exchange {
    static final String SESSION_COOKIE = "instant4j";
    private static final String PLATFORM_API = "/superadmin/";

    private final RoutingContext context;
    private final @Nullable Object body;
    private final String form;

    Exchange(RoutingContext context, @Nullable Object body, String form) {
        this.context = context;
        this.body = body;
        this.form = form;
    }

    /**
     * Returns the id in a part of the path.
     *
     * @throws Refusal if it is none
     */
    UUID pathId(String name) {
        return Params.uuid(context.pathParam(name), "params", name);
    }

    /** Returns the end of a path that may have any number of parts. */
    String pathRest() {
        return String.valueOf(context.pathParam("*"));
    }

    /**
     * Returns the app that the path names.
     *
     * @throws Refusal if it is none, or if the platform API is asked without anything to be let in
     */
    UUID app() {
        if (context.request().path().startsWith(PLATFORM_API)) {
            credential();
        }
        return pathId("app_id");
    }

    /**
     * Returns the app that the header {@code app-id}, or else the query, names.
     *
     * @throws Refusal if neither does
     */
    UUID appOfHeader() {
        String header = context.request().getHeader("app-id");
        String text = header == null ? query("app_id") : header;
        if (text == null) {
            throw Refusal.appIdMissing();
        }
        return Params.uuid(text, "headers", "app-id");
    }

    /** Returns a parameter of the query; null if there is none. */
    @Nullable
    String query(String name) {
        return parameters().get(name);
    }

    /** Returns the parameters of the query; of several of one name the first. */
    Params query() {
        JsonObject query = new JsonObject();
        MultiMap given = parameters();
        given.names().forEach(name -> query.put(name, given.get(name)));
        return Params.ofQuery(query);
    }

    /**
     * Returns the words of the parameter {@code include}, which are separated by commas.
     *
     * @throws Refusal if it is there but blank
     */
    Set<String> include() {
        String words = query("include");
        if (words == null) {
            return Set.of();
        }
        return Set.copyOf(Params.words(words, "params", "include"));
    }

    /**
     * Returns what the request shows to be let in.
     *
     * @throws Refusal if it shows nothing
     */
    Credential credential() {
        return Credential.parse(context.request().getHeader("Authorization"));
    }

    /**
     * Returns this as a request for data.
     *
     * @throws Refusal if it does not say which app it is about, or shows something that is no token
     */
    DataRequest dataRequest() {
        HttpServerRequest request = context.request();
        ActAs as =
                ActAs.of(request.getHeader("as-email"), request.getHeader("as-token"), request.getHeader("as-guest"));
        String authorization = request.getHeader("Authorization");
        String origin = request.getHeader("Origin");
        return new DataRequest(
                appOfHeader(),
                authorization == null ? null : Credential.parse(authorization),
                as,
                request.remoteAddress().hostAddress(),
                origin == null ? "" : origin,
                body());
    }

    Params body() {
        return Params.ofBody(body);
    }

    /** Returns the parameters of the query and of the form that was posted. */
    Params params() {
        return Params.ofQuery(FormFields.of(parameters(), form));
    }

    /** Returns the parameters of the form that was posted, or else of the body. */
    Params formOrBody() {
        return form.isEmpty() ? body() : params();
    }

    /** Returns a field of the query or of the form that was posted; empty if there is none. */
    String field(String name) {
        return FormFields.of(parameters(), form).getString(name, "");
    }

    /** Returns what the browser is signed in with, if it is. */
    Optional<Credential.Session> session() {
        return Optional.ofNullable(context.request().getCookie(SESSION_COOKIE))
                .map(cookie -> new Credential.Session(cookie.getValue()));
    }

    /** Tells whether someone wants to see this in a browser, rather than a program the data. */
    boolean wantsPage() {
        HttpServerRequest request = context.request();
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        return request.getHeader("Authorization") == null
                && (accepted.contains("text/html") || query(Destination.TICKET) != null);
    }

    HttpServerRequest request() {
        return context.request();
    }

    private MultiMap parameters() {
        try {
            return context.queryParams();
        } catch (HttpException malformed) {
            throw Refusal.addressMalformed();
        }
    }
}
