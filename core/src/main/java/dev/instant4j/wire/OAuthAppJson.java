package dev.instant4j.wire;

import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.ClientSecret;
import dev.instant4j.model.login.ClientSecretId;
import dev.instant4j.model.login.Grant;
import dev.instant4j.model.login.NewSecret;
import dev.instant4j.model.login.OAuthApp;
import dev.instant4j.model.login.OAuthAppId;
import dev.instant4j.model.login.OAuthAppSettings;
import dev.instant4j.model.login.RegisteredClient;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Programs that users let act for them, as a platform shows them. */
public final class OAuthAppJson {

    private OAuthAppJson() {}

    /** Returns the request that sets what users are told of a program. */
    public static JsonObject settings(OAuthAppSettings settings) {
        JsonObject request = new JsonObject();
        put(request, "app_name", settings.name());
        put(request, "app_logo", settings.logo());
        put(request, "support_email", settings.supportEmail());
        put(request, "app_home_page", settings.homePage());
        put(request, "app_privacy_policy_link", settings.privacyPolicy());
        put(request, "app_tos_link", settings.terms());
        return request;
    }

    /** Returns the program that a platform shows. */
    public static OAuthApp app(JsonCursor app) {
        String name = app.member("appName").text();
        return new OAuthApp(
                new OAuthAppId(app.member("id").uuid()),
                name,
                new OAuthAppSettings(
                        name,
                        app.optional("appLogo").map(JsonCursor::text).orElse(null),
                        app.optional("supportEmail").map(JsonCursor::text).orElse(null),
                        address(app, "appHomePage"),
                        address(app, "appPrivacyPolicyLink"),
                        address(app, "appTosLink")),
                app.optional("isPublic").map(JsonCursor::bool).orElse(false),
                app.optional("clients")
                        .map(clients -> clients.<RegisteredClient>elements(OAuthAppJson::client))
                        .orElse(List.of()));
    }

    /** Returns the client that a platform shows. */
    public static RegisteredClient client(JsonCursor client) {
        return new RegisteredClient(
                new OAuthClientId(client.member("clientId").uuid()),
                client.member("clientName").text(),
                client.optional("authorizedRedirectUrls")
                        .map(urls -> urls.<URI>elements(url -> url.parsed("an address", URI::create)))
                        .orElse(List.of()),
                client.optional("clientSecrets")
                        .map(secrets -> secrets.<ClientSecret>elements(OAuthAppJson::shownSecret))
                        .orElse(List.of()));
    }

    /** Returns the secret that an answer says to have been made. */
    public static NewSecret secret(JsonCursor answer) {
        JsonCursor about = answer.member("clientSecret");
        return new NewSecret(
                new OAuthClientId(about.member("clientId").uuid()),
                new ClientSecretId(about.member("id").uuid()),
                answer.member("secretValue").parsed("a secret", Token::of));
    }

    /** Returns the programs that the user lets act for them. */
    public static List<Grant> grants(JsonCursor answer) {
        return answer.member("oauthApps")
                .elements(app -> new Grant(
                        new OAuthAppId(app.member("id").uuid()),
                        app.member("name").text()));
    }

    private static ClientSecret shownSecret(JsonCursor secret) {
        return new ClientSecret(
                new ClientSecretId(secret.member("id").uuid()),
                secret.member("firstFour").text());
    }

    private static @Nullable URI address(JsonCursor app, String key) {
        return app.optional(key)
                .map(found -> found.<URI>parsed("an address", URI::create))
                .orElse(null);
    }

    private static void put(JsonObject request, String key, @Nullable Object value) {
        if (value != null) {
            request.put(key, value.toString());
        }
    }
}
