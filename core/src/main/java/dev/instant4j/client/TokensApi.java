package dev.instant4j.client;

import dev.instant4j.auth.SignIn;
import dev.instant4j.client.internal.Call;
import dev.instant4j.client.internal.Requests;
import dev.instant4j.client.internal.Timers;
import dev.instant4j.model.Account;
import dev.instant4j.model.CreatedPersonalToken;
import dev.instant4j.model.PersonalToken;
import dev.instant4j.model.PersonalTokenId;
import dev.instant4j.model.Token;
import dev.instant4j.wire.OrgJson;
import dev.instant4j.wire.SignInJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;

/** Signing in and out, and personal access tokens. */
public final class TokensApi {
    private static final String PERSONAL = "/dash/personal_access_tokens";

    private final Requests requests;
    private final Timers timers;

    TokensApi(Requests requests, Timers timers) {
        this.requests = requests;
        this.timers = timers;
    }

    /**
     * Mails a code to sign in with; an account is made for whoever has none ({@code POST /dash/auth/send_magic_code}).
     * Needs no token. Sent once: a repetition would be another mail.
     */
    public Future<Void> sendMagicCode(String email) {
        return requests.send(() -> Call.post("send a magic code", "/dash/auth/send_magic_code")
                        .body(new JsonObject().put("email", email))
                        .anonymous())
                .mapEmpty();
    }

    /**
     * Signs in with a code from a mail ({@code POST /dash/auth/verify_magic_code}). Needs no token. Sent once: a code is
     * good for one sign-in within ten minutes.
     */
    public Future<SignIn> verifyMagicCode(String email, Token code) {
        return requests.send(() -> Call.post("sign in with a magic code", "/dash/auth/verify_magic_code")
                        .body(new JsonObject().put("email", email).put("code", code.reveal()))
                        .secret(code)
                        .anonymous())
                .map(SignInJson::verified);
    }

    /**
     * Begins to sign in through a browser, as command lines do ({@code POST /dash/cli/auth/register}). Needs no token.
     *
     * @param dashboard where users of the platform sign in, such as {@code https://instantdb.com}
     */
    public Future<BrowserSignIn> startBrowserSignIn(URI dashboard) {
        return requests.send(() ->
                        Call.post("begin to sign in", "/dash/cli/auth/register").anonymous())
                .map(answer -> new BrowserSignIn(
                        requests, timers, dashboard, SignInJson.secret(answer), SignInJson.ticket(answer)));
    }

    /** Reads whose token this client acts with; takes a signed-in user ({@code GET /dash/me}). */
    public Future<Account> me() {
        return requests.send(() -> Call.get("read the account", "/dash/me")).map(OrgJson::account);
    }

    /** Makes the signed-in user's token worthless ({@code POST /dash/signout}). Sent once; doing it again is refused. */
    public Future<Void> signOut() {
        return requests.send(() -> Call.post("sign out", "/dash/signout").body(new JsonObject()))
                .mapEmpty();
    }

    /** Lists the personal access tokens of the signed-in user ({@code GET /dash/personal_access_tokens}). */
    public Future<List<PersonalToken>> personal() {
        return requests.send(() -> Call.get("list the personal access tokens", PERSONAL))
                .map(answer -> answer.member("data").elements(SignInJson::personalToken));
    }

    /**
     * Creates a personal access token of the signed-in user ({@code POST /dash/personal_access_tokens}). Sent once: when
     * no answer arrives, there may be one that nobody knows; find it by its name and delete it.
     *
     * @return the token, which is shown only here
     */
    public Future<CreatedPersonalToken> createPersonal(String name) {
        return requests.send(() ->
                        Call.post("create a personal access token", PERSONAL).body(new JsonObject().put("name", name)))
                .map(answer -> SignInJson.createdPersonalToken(answer.member("data")));
    }

    /**
     * Deletes a personal access token of the signed-in user ({@code DELETE /dash/personal_access_tokens/:id}). Safe to
     * repeat; unknown ones are no failure.
     */
    public Future<Void> deletePersonal(PersonalTokenId token) {
        return requests.send(() -> Call.delete("delete a personal access token", PERSONAL + "/" + token))
                .mapEmpty();
    }
}
