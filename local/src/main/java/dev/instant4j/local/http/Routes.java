package dev.instant4j.local.http;

import dev.instant4j.local.service.Refusal;
import dev.instant4j.local.service.Services;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes of the platform. A new endpoint goes into the class of its resource. */
public final class Routes {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int OK = 200;

    private final Router router;
    private final BodyLimits limits;

    private Routes(Router router, BodyLimits limits) {
        this.router = router;
        this.limits = limits;
    }

    /**
     * Returns what answers requests whose bodies keep within {@code limits}.
     *
     * @param dashboard which site asks users whether programs may act for them; null: this platform itself
     */
    public static Handler<HttpServerRequest> of(
            Vertx vertx, Services services, BodyLimits limits, @Nullable URI dashboard) {
        Routes routes = new Routes(Router.router(vertx), limits);
        Origins.admit(routes.router, dashboard);
        PlatformRoutes.mount(routes);
        AccountRoutes.accounts(routes, services.accounts());
        AccountRoutes.cliLogins(routes, services.cliLogins());
        AccountRoutes.tokens(routes, services.personalTokens());
        DashboardRoutes.mount(routes, services.accounts(), services.cliLogins());
        OAuthAppRoutes.apps(routes, services.oauthApps());
        OAuthAppRoutes.clients(routes, services.oauthClients());
        OAuthRoutes.mount(routes, services.authorizations(), services.platformTokens(), dashboard);
        AppRoutes.mount(routes, services.temporaryApps(), services.apps(), services.appSettings());
        AppRoutes.testUsers(routes, services.testUsers());
        MemberRoutes.mount(routes, services.members());
        OrgRoutes.mount(routes, services.orgs());
        LoginRoutes.mount(routes, services.loginClients(), services.origins());
        MailRoutes.mount(routes, services.mailTemplates(), services.senders());
        WebhookRoutes.mount(routes, services.webhooks(), services.webhookEvents());
        BackupRoutes.mount(routes, services.backups());
        SchemaRoutes.mount(routes, services.schemas());
        JobRoutes.mount(routes, services.jobs());
        RuleRoutes.mount(routes, services.rules());
        AdminRoutes.mount(routes, services.transactions(), services.queries(), services.appUsers());
        routes.router.errorHandler(BAD_REQUEST, context -> Answers.failed(context, Refusal.addressMalformed()));
        routes.router.errorHandler(NOT_FOUND, Answers::unmatched);
        routes.router.errorHandler(METHOD_NOT_ALLOWED, Answers::unmatched);
        return routes.router;
    }

    /** Answers what the server can't read as a request. */
    public static void unreadable(HttpServerRequest request) {
        Answers.unreadable(request);
    }

    void get(String path, Function<Exchange, Future<JsonObject>> service) {
        route(HttpMethod.GET, path, service);
    }

    void post(String path, Function<Exchange, Future<JsonObject>> service) {
        route(HttpMethod.POST, path, service);
    }

    void delete(String path, Function<Exchange, Future<JsonObject>> service) {
        route(HttpMethod.DELETE, path, service);
    }

    private void route(HttpMethod method, String path, Function<Exchange, Future<JsonObject>> service) {
        reply(method, path, exchange -> service.apply(exchange).map(Reply::json));
    }

    void reply(HttpMethod method, String path, Function<Exchange, Future<? extends Reply>> service) {
        router.route(method, path).handler(new Endpoint(service, limits));
    }

    void page(String path, String html) {
        router.get(path).handler(context -> Answers.text(context, OK, "text/html; charset=utf-8", html));
    }
}
