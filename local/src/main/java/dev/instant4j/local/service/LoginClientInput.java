package dev.instant4j.local.service;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a request says of a client at a provider. */
final class LoginClientInput {
    private static final String SECRET = "client_secret";
    /** The one provider that does not describe itself. */
    private static final String WITHOUT_DISCOVERY = "github";

    private final Params body;

    LoginClientInput(Params body) {
        this.body = body;
    }

    /**
     * Returns all that a new client has, by label.
     *
     * @param providers finds a provider, or refuses
     */
    Map<String, Object> ofNew(Function<UUID, JsonObject> providers) {
        UUID providerId = body.uuid(LoginJson.PROVIDER_ID);
        String name = body.text(LoginJson.CLIENT_NAME);
        String clientId = text(LoginJson.CLIENT_ID);
        String secret = secret();
        JsonObject meta = meta();
        String redirectTo = redirectTo();
        JsonObject provider = providers.apply(providerId);
        String endpoint =
                provider.getString("name").equals(WITHOUT_DISCOVERY) ? null : body.text(LoginJson.DISCOVERY_ENDPOINT);
        refuseSharedCredentials(provider.getString("name"));
        mayBeDiscovered(endpoint);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("$oauthProvider", providerId);
        values.put("name", name);
        values.put("clientId", clientId);
        values.put("encryptedClientSecret", secret);
        values.put("discoveryEndpoint", endpoint);
        values.put("meta", meta);
        values.put("redirectTo", redirectTo);
        values.put("useSharedCredentials", false);
        return values;
    }

    /** Returns what the request changes of a client, by label; what it names as null is removed. */
    Map<String, Object> ofChange(JsonObject before, String provider) {
        String redirectTo = redirectTo();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        put(values, LoginJson.CLIENT_ID, "clientId", text(LoginJson.CLIENT_ID));
        put(values, SECRET, "encryptedClientSecret", secret());
        String endpoint = text(LoginJson.DISCOVERY_ENDPOINT);
        put(values, LoginJson.DISCOVERY_ENDPOINT, "discoveryEndpoint", endpoint);
        put(values, LoginJson.META, "meta", TripleWriter.merged(before.getValue("meta"), meta()));
        put(values, LoginJson.REDIRECT_TO, "redirectTo", redirectTo);
        put(values, LoginJson.USE_SHARED_CREDENTIALS, "useSharedCredentials", false);
        refuseSharedCredentials(provider);
        mayBeDiscovered(endpoint);
        return values;
    }

    private void put(Map<String, @Nullable Object> values, String name, String label, @Nullable Object value) {
        if (body.has(name)) {
            values.put(label, value);
        }
    }

    private @Nullable String text(String name) {
        return body.optionalText(name).orElse(null);
    }

    /** A secret is never needed here, so nothing is kept that it could be read from. */
    private @Nullable String secret() {
        return body.optionalText(SECRET).map(Secrets::hash).orElse(null);
    }

    private @Nullable JsonObject meta() {
        return body.isTrue(LoginJson.META) ? body.object(LoginJson.META) : null;
    }

    private @Nullable String redirectTo() {
        Optional<String> uri = body.ifText(LoginJson.REDIRECT_TO);
        List<String> errors = uri.map(RedirectUri::errors).orElse(List.of());
        if (!errors.isEmpty()) {
            throw Refusal.invalidPlainly(LoginJson.REDIRECT_TO, uri.orElseThrow(), errors.toArray(String[]::new));
        }
        return uri.orElse(null);
    }

    private void refuseSharedCredentials(String provider) {
        if (body.isTrue(LoginJson.USE_SHARED_CREDENTIALS)) {
            throw Refusal.recordNotFound("shared-oauth-client", new JsonObject().put("provider-name", provider));
        }
    }

    /** Nothing is fetched from there; an address that nothing can be fetched from is refused all the same. */
    private static void mayBeDiscovered(@Nullable String endpoint) {
        if (endpoint != null && !endpoint.toLowerCase(Locale.ROOT).matches("https?://[^\\s/?#]+([/?#]\\S*)?")) {
            throw Refusal.invalid("discovery-endpoint", endpoint, "Could not validate discovery endpoint.");
        }
    }
}
