package dev.instant4j.local.http;

import dev.instant4j.local.service.AccountService;
import dev.instant4j.local.service.CliLoginService;
import dev.instant4j.local.service.PersonalTokenService;

/** Accounts, logins and tokens. */
final class AccountRoutes {
    private static final String PERSONAL_TOKENS = "/dash/personal_access_tokens";

    private AccountRoutes() {}

    static void accounts(Routes routes, AccountService accounts) {
        routes.post("/dash/auth/send_magic_code", exchange -> accounts.sendMagicCode(exchange.body()));
        routes.post("/dash/auth/verify_magic_code", exchange -> accounts.verifyMagicCode(exchange.body()));
        routes.post("/dash/signout", exchange -> accounts.signOut(exchange.credential()));
        routes.get("/dash/me", exchange -> accounts.me(exchange.credential()));
    }

    static void cliLogins(Routes routes, CliLoginService logins) {
        routes.post("/dash/cli/auth/register", exchange -> logins.register());
        routes.post("/dash/cli/auth/check", exchange -> logins.check(exchange.body()));
        routes.post("/dash/cli/auth/claim", exchange -> logins.claim(exchange.credential(), exchange.body()));
        routes.post("/dash/cli/auth/void", exchange -> logins.deny(exchange.credential(), exchange.body()));
    }

    static void tokens(Routes routes, PersonalTokenService personal) {
        routes.get(PERSONAL_TOKENS, exchange -> personal.list(exchange.credential()));
        routes.post(PERSONAL_TOKENS, exchange -> personal.create(exchange.credential(), exchange.body()));
        routes.delete(
                PERSONAL_TOKENS + "/:id", exchange -> personal.delete(exchange.credential(), exchange.pathId("id")));
    }
}
