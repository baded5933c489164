package dev.instant4j.local.service;

import dev.instant4j.local.store.OAuthAppStore.Client;
import dev.instant4j.local.store.OAuthAppStore.ClientSecret;
import dev.instant4j.local.store.OAuthAppStore.OAuthApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows programs, clients and secrets; lists show times more precisely than other answers. */
final class OAuthAppJson {
    static final OAuthAppJson SINGLE = new OAuthAppJson(AttrJson::time);
    static final OAuthAppJson LISTED = new OAuthAppJson(AttrJson::preciseTime);

    private final LongFunction<@Nullable String> time;

    private OAuthAppJson(LongFunction<@Nullable String> time) {
        this.time = time;
    }

    JsonObject app(OAuthApp app) {
        return new JsonObject()
                .put("id", app.id().toString())
                .put("appId", app.app().toString())
                .put("appName", app.profile().name())
                .put("appLogo", app.profile().logo())
                .put("grantedScopes", words(app.grantedScopes()))
                .put("isPublic", app.isPublic())
                .put("supportEmail", app.profile().supportEmail())
                .put("appHomePage", app.profile().homePage())
                .put("appPrivacyPolicyLink", app.profile().privacyPolicyLink())
                .put("appTosLink", app.profile().tosLink())
                .put("createdAt", time.apply(app.createdAt()))
                .put("updatedAt", time.apply(app.updatedAt()));
    }

    JsonObject client(Client client) {
        return new JsonObject()
                .put("clientId", client.id().toString())
                .put("oauthAppId", client.oauthApp().toString())
                .put("clientName", client.name())
                .put("authorizedRedirectUrls", new JsonArray(client.redirectUrls()))
                .put("createdAt", time.apply(client.createdAt()))
                .put("updatedAt", time.apply(client.updatedAt()));
    }

    JsonObject secret(ClientSecret secret) {
        return new JsonObject()
                .put("id", secret.id().toString())
                .put("clientId", secret.client().toString())
                .put("firstFour", secret.firstFour())
                .put("createdAt", time.apply(secret.createdAt()));
    }

    /** Returns a program as its users see it. */
    static JsonObject granted(OAuthApp app) {
        return new JsonObject()
                .put("id", app.id().toString())
                .put("name", app.profile().name())
                .put("logo", app.profile().logo())
                .put("homePage", app.profile().homePage())
                .put("privacyPolicyLink", app.profile().privacyPolicyLink())
                .put("tosLink", app.profile().tosLink());
    }

    static <T> JsonArray all(List<T> rows, Function<T, JsonObject> shown) {
        return new JsonArray(rows.stream().map(shown).toList());
    }

    /** Returns the words of a text as a list. */
    static JsonArray words(String text) {
        return new JsonArray(
                Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList());
    }
}
