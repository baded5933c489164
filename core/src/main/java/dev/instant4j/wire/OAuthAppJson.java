package dev.instant4j.wire;

import dev.instant4j.model.OAuthClientId;
import dev.instant4j.model.Token;
import dev.instant4j.model.login.ClientSecretId;
import dev.instant4j.model.login.Grant;
import dev.instant4j.model.login.NewSecret;
import dev.instant4j.model.login.OAuthApp;
import dev.instant4j.model.login.OAuthAppId;
import dev.instant4j.model.login.RegisteredClient;
import java.net.URI;
import java.util.List;

/** Programs that users let act for them, as a platform shows them. */
public final class OAuthAppJson {

    private OAuthAppJson() {}

    /** Returns the program that a platform shows. */
    public static OAuthApp app(JsonCursor app) {
        return new OAuthApp(
                new OAuthAppId(app.member("id").uuid()),
                app.member("appName").text(),
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
}
