package dev.instant4j.local.http;

import dev.instant4j.local.service.AccountService;
import dev.instant4j.local.service.CliLoginService;
import dev.instant4j.local.service.Credential.Session;
import dev.instant4j.local.service.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/** The pages on which people sign in and let command lines act for them. They work without scripts. */
final class DashboardRoutes {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    private final AccountService accounts;
    private final CliLoginService logins;

    private DashboardRoutes(AccountService accounts, CliLoginService logins) {
        this.accounts = accounts;
        this.logins = logins;
    }

    static void mount(Routes routes, AccountService accounts, CliLoginService logins) {
        DashboardRoutes pages = new DashboardRoutes(accounts, logins);
        routes.reply(HttpMethod.GET, "/dash", pages::dashboard);
        routes.reply(HttpMethod.POST, SignInPages.CODE_PATH, fromOwnPage(pages::sendCode));
        routes.reply(HttpMethod.POST, SignInPages.PATH, fromOwnPage(pages::signIn));
        routes.reply(HttpMethod.POST, DashboardPages.SIGN_OUT_PATH, fromOwnPage(signedIn(pages::signOut)));
        routes.reply(HttpMethod.POST, DashboardPages.CLI_LOGIN_PATH, fromOwnPage(signedIn(pages::decide)));
    }

    /** Asks for data get data, browsers get a page. */
    private Future<? extends Reply> dashboard(Exchange exchange) {
        return exchange.wantsPage()
                ? withSession(
                        exchange,
                        session ->
                                accounts.dashboard(session).compose(dashboard -> shown(exchange, session, dashboard)))
                : accounts.dashboard(exchange.credential()).map(Reply::json);
    }

    private Future<Page> shown(Exchange exchange, Session session, JsonObject dashboard) {
        String ticket = exchange.field(Destination.TICKET);
        if (ticket.isEmpty()) {
            return page(DashboardPages.home(dashboard, session.formToken()));
        }
        String asked = DashboardPages.cliLogin(ticket, DashboardPages.emailIn(dashboard), session.formToken());
        return logins.isWaiting(ticket).map(isWaiting -> isWaiting ? Page.of(OK, asked) : over());
    }

    /** Shows what {@code page} returns to someone who is signed in, and the way to sign in to all others. */
    static Future<Page> withSession(Exchange exchange, Function<Session, Future<Page>> page) {
        Destination destination = Destination.of(exchange);
        Optional<Session> session = exchange.session();
        if (session.isEmpty()) {
            return page(SignInPages.email(destination, ""));
        }
        return page.apply(session.get())
                .recover(failure -> failure instanceof Refusal refusal && refusal.status() == UNAUTHORIZED
                        ? page(SignInPages.email(destination, ""))
                        : Future.failedFuture(failure));
    }

    private Future<Page> sendCode(Exchange exchange) {
        Destination destination = Destination.of(exchange);
        return accounts.sendMagicCode(exchange.params())
                .map(sent -> Page.of(
                        OK,
                        SignInPages.code(destination, exchange.field("email").strip(), "")))
                .recover(failure -> refused(failure, refusal -> SignInPages.email(destination, problem(refusal))));
    }

    private Future<Page> signIn(Exchange exchange) {
        Destination destination = Destination.of(exchange);
        String email = exchange.field("email");
        return accounts.signIn(exchange.params())
                .map(session -> Page.seeOther(destination.path()).with(cookie(session.secret())))
                .recover(
                        failure -> refused(failure, refusal -> SignInPages.code(destination, email, problem(refusal))));
    }

    private Future<Page> signOut(Exchange exchange, Session session) {
        return accounts.signOut(session)
                .map(done -> Page.seeOther("/dash").with(cookie("").setMaxAge(0)));
    }

    private Future<Page> decide(Exchange exchange, Session session) {
        boolean isAccepted = exchange.field(DashboardPages.DECISION).equals(DashboardPages.ACCEPT);
        return logins.isWaiting(exchange.field(Destination.TICKET)).compose(isWaiting -> {
            if (!isWaiting) {
                return Future.succeededFuture(over());
            }
            return isAccepted
                    ? logins.claim(session, exchange.params())
                            .map(done -> told("Accepted", "The command line is logged in. You can close this page."))
                    : logins.deny(session, exchange.params())
                            .map(done -> told("Denied", "The command line was turned away. You can close this page."));
        });
    }

    private static Page over() {
        return Page.of(
                BAD_REQUEST,
                DashboardPages.told(
                        "This login is over", "It was answered already, or took too long. Start it again."));
    }

    private static Page told(String title, String sentence) {
        return Page.of(OK, DashboardPages.told(title, sentence));
    }

    /** Turns away forms that another site has posted. */
    private static Function<Exchange, Future<? extends Reply>> fromOwnPage(Function<Exchange, Future<Page>> page) {
        return exchange -> SameOrigin.holds(exchange.request()) ? page.apply(exchange) : foreign();
    }

    /** Turns away forms that do not carry what only the pages of this browser do. */
    private static Function<Exchange, Future<Page>> signedIn(SignedIn page) {
        return exchange -> exchange.session()
                .filter(session -> session.isFormToken(exchange.field(DashboardPages.FORM_TOKEN)))
                .map(session -> withSession(exchange, known -> page.handle(exchange, known)))
                .orElseGet(DashboardRoutes::foreign);
    }

    /** Handles a form of someone who is signed in. */
    private interface SignedIn {
        Future<Page> handle(Exchange exchange, Session session);
    }

    private static Future<Page> foreign() {
        return Future.succeededFuture(Page.of(
                FORBIDDEN,
                DashboardPages.told(
                        "Not from here", "This form was not sent from a page of this platform. Open the page again.")));
    }

    private static Future<Page> page(String html) {
        return Future.succeededFuture(Page.of(OK, html));
    }

    private static Future<Page> refused(Throwable failure, Function<Refusal, String> html) {
        return failure instanceof Refusal refusal
                ? Future.succeededFuture(Page.of(refusal.status(), html.apply(refusal)))
                : Future.failedFuture(failure);
    }

    private static String problem(Refusal refusal) {
        return switch (refusal.type()) {
            case "record-not-found" -> "This is not the newest code for this address. Look again, or send another.";
            case "record-expired" -> "This code is too old. Send another.";
            case "rate-limited" -> refusal.sentence();
            default -> "Please fill in what is asked for.";
        };
    }

    private static Cookie cookie(String secret) {
        return Cookie.cookie(Exchange.SESSION_COOKIE, secret)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX);
    }
}
