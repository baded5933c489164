package dev.instant4j.wire;

import dev.instant4j.model.login.LoginClient;
import dev.instant4j.model.login.LoginClientId;
import dev.instant4j.model.login.LoginClientSettings;
import dev.instant4j.model.login.LoginSettings;
import dev.instant4j.model.login.MailTemplate;
import dev.instant4j.model.login.Origin;
import dev.instant4j.model.login.OriginId;
import dev.instant4j.model.login.Provider;
import dev.instant4j.model.login.ProviderId;
import dev.instant4j.model.login.StoredTemplate;
import dev.instant4j.model.login.TemplateId;
import dev.instant4j.model.login.TestUser;
import dev.instant4j.model.login.TestUserId;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How users of an app sign in, as a platform shows it. */
public final class LoginJson {

    private LoginJson() {}

    /** Returns all settings that an answer shows. */
    public static LoginSettings settings(JsonCursor answer) {
        return new LoginSettings(
                list(answer, "oauth_service_providers").stream()
                        .map(LoginJson::provider)
                        .toList(),
                list(answer, "oauth_clients").stream().map(LoginJson::client).toList(),
                list(answer, "authorized_redirect_origins").stream()
                        .map(LoginJson::origin)
                        .toList(),
                text(answer, "default_sender_email"));
    }

    /** Returns the request that adds an origin. */
    public static JsonObject newOrigin(Origin.Service service, List<String> params) {
        return new JsonObject().put("service", Words.of(service)).put("params", new JsonArray(List.copyOf(params)));
    }

    /** Returns the origin that a platform shows. */
    public static Origin origin(JsonCursor origin) {
        return new Origin(
                new OriginId(origin.member("id").uuid()),
                origin.member("service").word(Origin.Service.class),
                origin.member("params").elements(JsonCursor::text));
    }

    /** Returns the provider that a platform shows. */
    public static Provider provider(JsonCursor provider) {
        return new Provider(
                new ProviderId(provider.member("id").uuid()),
                provider.member("provider_name").text());
    }

    /** Returns the request that adds a client at a provider. */
    public static JsonObject newClient(ProviderId provider, String name, LoginClientSettings settings) {
        return clientSettings(settings).put("provider_id", provider.toString()).put("client_name", name);
    }

    /**
     * Returns the request that changes a client.
     *
     * @throws IllegalArgumentException if what else the platform is to know is no JSON object
     */
    public static JsonObject clientSettings(LoginClientSettings settings) {
        JsonObject request = new JsonObject();
        put(request, "client_id", settings.clientId());
        put(
                request,
                "client_secret",
                settings.clientSecret() == null ? null : settings.clientSecret().reveal());
        put(request, "discovery_endpoint", settings.discoveryEndpoint());
        put(request, "redirect_to", settings.redirectTo());
        if (settings.meta() != null) {
            request.put("meta", meta(settings.meta()));
        }
        if (settings.usesSharedCredentials() != null) {
            request.put("use_shared_credentials", settings.usesSharedCredentials());
        }
        return request;
    }

    /** Returns the client that a platform shows. */
    public static LoginClient client(JsonCursor client) {
        return new LoginClient(
                new LoginClientId(client.member("id").uuid()),
                new ProviderId(client.member("provider_id").uuid()),
                client.member("client_name").text(),
                text(client, "client_id"),
                text(client, "discovery_endpoint"),
                client.optional("meta").map(JsonCursor::json).orElse("null"),
                text(client, "redirect_to"),
                client.optional("use_shared_credentials").map(JsonCursor::bool).orElse(false));
    }

    /** Returns the request that stores, or tries, a mail template. */
    public static JsonObject template(MailTemplate template) {
        JsonObject request = new JsonObject()
                .put("email-type", "magic-code")
                .put("subject", template.subject())
                .put("body", template.body());
        put(request, "sender-email", template.maybeSenderEmail());
        put(request, "sender-name", template.maybeSenderName());
        return request;
    }

    /** Returns the template that every app begins with. */
    public static MailTemplate defaultTemplate(JsonCursor answer) {
        return new MailTemplate(
                answer.member("subject").text(),
                answer.member("body").text(),
                answer.optional("sender-email").map(JsonCursor::text).orElse(null),
                null);
    }

    /** Returns the template of an app, if it has one of its own. */
    public static Optional<StoredTemplate> storedTemplate(JsonCursor answer) {
        return answer.optional("info")
                .map(info -> new StoredTemplate(
                        new TemplateId(info.member("id").uuid()),
                        new MailTemplate(
                                info.member("subject").text(),
                                info.member("body").text(),
                                info.optional("email").map(JsonCursor::text).orElse(null),
                                info.optional("name").map(JsonCursor::text).orElse(null)),
                        info.optional("verification_verified")
                                .map(JsonCursor::bool)
                                .orElse(false)));
    }

    /** Returns the test user that a platform shows. */
    public static TestUser testUser(JsonCursor user) {
        return new TestUser(
                new TestUserId(user.member("id").uuid()), user.member("email").text());
    }

    private static JsonObject meta(String text) {
        try {
            return new JsonObject(text);
        } catch (DecodeException malformed) {
            throw new IllegalArgumentException(
                    "What else the platform is to know of a sign-in client must be a JSON object.", malformed);
        }
    }

    private static List<JsonCursor> list(JsonCursor answer, String key) {
        return answer.optional(key)
                .map(found -> found.<JsonCursor>elements(element -> element))
                .orElse(List.of());
    }

    private static String text(JsonCursor json, String key) {
        return json.optional(key).map(JsonCursor::text).orElse("");
    }

    private static void put(JsonObject request, String key, @Nullable Object value) {
        if (value != null) {
            request.put(key, value.toString());
        }
    }
}
