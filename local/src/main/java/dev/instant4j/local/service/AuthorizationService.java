package dev.instant4j.local.service;

import dev.instant4j.local.store.GrantStore.Code;
import dev.instant4j.local.store.GrantStore.Redirect;
import dev.instant4j.local.store.OAuthAppStore.Client;
import dev.instant4j.local.store.OAuthAppStore.OAuthApp;
import dev.instant4j.local.store.Store;
import dev.instant4j.local.store.Tx;
import dev.instant4j.local.store.UserRow;
import dev.instant4j.model.IdSource;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks users whether a program may act for them: it sends them here, they see what it wants, and they go back with a
 * code or without. Futures fail with {@link Refusal}.
 */
public final class AuthorizationService {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String REDIRECT = "oauth-app-redirect";
    private static final String MEMBERS_ONLY = "This OAuth app is not public, only members of the app may use it.";
    private static final String MISSING_COOKIE = "Missing cookie.";
    private static final String INVALID_COOKIE = "Invalid cookie.";
    private static final String LOCALHOST = "Redirects to localhost can only be used by members of the app.";

    private final Store store;
    private final Identity identity;
    private final IdSource ids;

    AuthorizationService(Store store, Identity identity, IdSource ids) {
        this.store = store;
        this.identity = identity;
        this.ids = ids;
    }

    /**
     * Someone who is to be asked.
     *
     * @param redirect for the address of the page that asks
     * @param cookie for the browser: what tells it from others
     */
    public record Started(UUID redirect, UUID cookie) {
        @Override
        public String toString() {
            return "Started[]";
        }
    }

    /** Takes in someone whom a program has sent here. */
    public Future<Started> start(Params params) {
        AuthorizationInput input = AuthorizationInput.of(params);
        return store.write(tx -> {
            Client client = client(tx, input.request().client());
            OAuthApp app = app(tx, client);
            mustBeGranted(app, input.request().scopes());
            String uri = input.request().redirectUri();
            if (!client.redirectUrls().contains(uri)) {
                throw Refusal.invalidPlainly(
                        "redirect_uri",
                        uri,
                        "The redirect_uri does not appear in the set of authorized redirect uri for the OAuth client.");
            }
            RedirectUris.fit("redirect_uri", uri, app.isPublic());
            Started started = new Started(ids.next(), ids.next());
            String cookieHash = Secrets.hash(started.cookie().toString());
            Redirect redirect = new Redirect(input.request(), cookieHash, input.state(), null, null, tx.now());
            tx.grants().addRedirect(hash(started.redirect()), redirect);
            return started;
        });
    }

    private static void mustBeGranted(OAuthApp app, String scopes) {
        List<String> granted = Arrays.asList(app.grantedScopes().split(" ", -1));
        List<String> others = Arrays.stream(scopes.split(" ", -1))
                .filter(scope -> !granted.contains(scope))
                .toList();
        if (app.isPublic() && !others.isEmpty()) {
            throw Refusal.invalidPlainly(
                    "scope",
                    scopes,
                    "this OAuth app has not been granted the " + String.join(", ", others) + " scopes");
        }
    }

    /** Tells the caller what the body's redirect asks of them, once, and gives them what to answer with. */
    public Future<JsonObject> claim(Credential credential, Params body) {
        return claim(credential, body, false);
    }

    /** Like {@link #claim}, again and again for the same user: pages are loaded anew. */
    public Future<JsonObject> show(Credential credential, Params params) {
        return claim(credential, params, true);
    }

    private Future<JsonObject> claim(Credential credential, Params params, boolean isRepeatable) {
        return store.<Future<JsonObject>>write(tx -> {
                    UserRow user = identity.loggedIn(tx, credential);
                    UUID id = params.uuid("redirect");
                    Redirect redirect = living(tx, id);
                    boolean isSameUser = isRepeatable && user.id().equals(redirect.user());
                    if (redirect.user() != null && !isSameUser) {
                        throw notFound(id);
                    }
                    OAuthApp app = app(tx, client(tx, redirect.request().client()));
                    Optional<Refusal> refusal = forMembersOnly(tx, app, redirect, user);
                    if (refusal.isPresent()) {
                        tx.grants().removeRedirect(hash(id));
                        return Future.failedFuture(refusal.get());
                    }
                    UUID grantToken = ids.next();
                    tx.grants().claim(hash(id), user.id(), Secrets.hash(grantToken.toString()));
                    return Future.succeededFuture(
                            consent(app, redirect, user).put("grantToken", grantToken.toString()));
                })
                .compose(outcome -> outcome);
    }

    private static Optional<Refusal> forMembersOnly(Tx tx, OAuthApp app, Redirect redirect, UserRow user) {
        boolean isForAll =
                app.isPublic() && !RedirectUris.isLocal(redirect.request().redirectUri());
        if (isForAll || Access.isMember(tx, Access.living(tx, app.app()), user)) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of("permission-denied", app.isPublic() ? LOCALHOST : MEMBERS_ONLY, null));
    }

    private static JsonObject consent(OAuthApp app, Redirect redirect, UserRow user) {
        return new JsonObject()
                .put("appName", app.profile().name())
                .put("appLogo", app.profile().logo())
                .put("appHomePage", app.profile().homePage())
                .put("appPrivacyPolicyLink", app.profile().privacyPolicyLink())
                .put("appTosLink", app.profile().tosLink())
                .put("supportEmail", app.profile().supportEmail())
                .put("userEmail", user.email())
                .put("redirectOrigin", RedirectUris.host(redirect.request().redirectUri()))
                .put("scopes", OAuthAppJson.words(redirect.request().scopes()));
    }

    /**
     * Lets the program act for whoever claimed the redirect.
     *
     * @param cookie what the browser shows; null: nothing
     * @return where the browser goes, with a code or with what was wrong
     */
    public Future<String> grant(Params params, @Nullable String cookie) {
        return store.write(tx -> {
            Redirect redirect = taken(tx, params);
            UUID user = Objects.requireNonNull(redirect.user());
            if (cookie == null) {
                return back(redirect, invalid(MISSING_COOKIE));
            }
            if (!Secrets.isHashOf(redirect.cookieHash(), cookie)) {
                return back(redirect, invalid(INVALID_COOKIE));
            }
            UUID code = ids.next();
            tx.grants().addCode(hash(code), new Code(redirect.request(), user, tx.now()));
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("code", code.toString());
            answer.put("state", redirect.state());
            answer.put("scope", redirect.request().scopes());
            return RedirectUris.with(redirect.request().redirectUri(), answer);
        });
    }

    /**
     * Does not let the program act for whoever claimed the redirect.
     *
     * @param cookie what the browser shows; null: nothing
     * @return where the browser goes
     */
    public Future<String> deny(Params params, @Nullable String cookie) {
        return store.write(tx -> {
            Redirect redirect = taken(tx, params);
            if (cookie == null) {
                throw Refusal.of("param-missing", MISSING_COOKIE, null);
            }
            if (!Secrets.isHashOf(redirect.cookieHash(), cookie)) {
                throw Refusal.of("param-missing", INVALID_COOKIE, null);
            }
            return back(redirect, Map.of("error", "access_denied"));
        });
    }

    private static String back(Redirect redirect, Map<String, String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        all.put("state", redirect.state());
        return RedirectUris.with(redirect.request().redirectUri(), all);
    }

    private static Map<String, String> invalid(String description) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", "invalid_request");
        answer.put("error_description", description);
        return answer;
    }

    /** Returns the redirect that the parameters prove to have been claimed; it is gone from now on. */
    private static Redirect taken(Tx tx, Params params) {
        UUID id = params.uuid("redirect_id");
        UUID grantToken = params.uuid("grant_token");
        Redirect redirect = living(tx, id);
        if (!Secrets.isHashOf(redirect.grantHash(), grantToken.toString())) {
            throw notFound(id);
        }
        tx.grants().removeRedirect(hash(id));
        return redirect;
    }

    private static Redirect living(Tx tx, UUID id) {
        Redirect redirect = tx.grants().redirect(hash(id)).orElseThrow(() -> notFound(id));
        if (tx.now() >= redirect.createdAt() + LIFETIME.toMillis()) {
            throw Refusal.recordExpired(REDIRECT);
        }
        return redirect;
    }

    private static Client client(Tx tx, UUID id) {
        return tx.oauthApps()
                .client(id)
                .orElseThrow(() -> Refusal.recordNotFound("oauth-app-client", "client-id", id.toString()));
    }

    private static OAuthApp app(Tx tx, Client client) {
        return tx.oauthApps().byId(client.oauthApp()).orElseThrow();
    }

    private static Refusal notFound(UUID redirect) {
        return Refusal.recordNotFound(REDIRECT, "redirect-id", redirect.toString());
    }

    private static String hash(UUID secret) {
        return Secrets.hash(secret.toString());
    }
}
