package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How users of an app sign in: what the contract leaves open, and errors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginSettingsTest {
    private static final String ORIGINS = "/authorized_redirect_origins";
    private static final String PROVIDERS = "/oauth_service_providers";
    private static final String CLIENTS = "/oauth_clients";
    private static final String DISCOVERY = "https://accounts.example.com/.well-known/openid-configuration";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform =
            LocalPlatform.start(vertx, LocalOptions.inMemory()).await();
    private final TestApp app = TestApp.on(vertx, platform, new JsonObject());

    @AfterAll
    void stop() {
        platform.close().await();
        vertx.close().await();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generic | [] | Host should be the only parameter.",
                "generic | [1] | Host should be a string.",
                "generic | {\"a\":\"b\"} | Host should be a string.",
                "netlify | [\"a\",\"b\"] | Netlify should have only the site name param.",
                "netlify | [null] | Netlify site-name should be a string.",
                "vercel | [\"a\"] | Vercel should have deployment suffix and project name params.",
                "vercel | [\"a\",2] | Vercel deployment suffix and project name should both be strings.",
                "custom-scheme | [\"a\",\"b\"] | Custom scheme should have only one parameter.",
                "custom-scheme | [true] | Custom scheme should be a string.",
                "custom-scheme | [\"mailto\"] | The scheme `mailto` is not allowed.",
                "zzz | [\"a\"] | Unrecognized service zzz"
            })
    void an_origin_is_refused_with_a_plain_sentence(String service, String params, String error) {
        Object json = new JsonObject("{\"params\":" + params + "}").getValue("params");

        JsonObject refusal = app.post(
                        ORIGINS, new JsonObject().put("service", service).put("params", json))
                .json();

        assertThat(refusal.getString("message")).isEqualTo("Validation failed for origin-request");
        JsonObject hint = refusal.getJsonObject("hint");
        assertThat(hint.getJsonArray("errors")).containsExactly(error);
        assertThat(hint.getJsonObject("input").getString("app-id")).isEqualTo(app.id());
    }

    @Test
    void origins_are_listed_from_the_newest() {
        TestApp other = TestApp.on(vertx, platform, new JsonObject());
        for (String host : new String[] {"one.example.com", "two.example.com"}) {
            other.post(ORIGINS, new JsonObject().put("service", "generic").put("params", new JsonArray().add(host)));
        }

        JsonArray origins = other.get("/auth").json().getJsonArray("authorized_redirect_origins");

        assertThat(origins.getJsonObject(0).getJsonArray("params")).containsExactly("two.example.com");
        assertThat(origins).hasSize(2);
    }

    @Test
    void an_origin_of_another_app_is_not_found() {
        TestApp other = TestApp.on(vertx, platform, new JsonObject());
        String origin = other.post(
                        ORIGINS,
                        new JsonObject().put("service", "generic").put("params", new JsonArray().add("example.com")))
                .json()
                .getJsonObject("origin")
                .getString("id");

        assertThat(app.delete(ORIGINS + "/" + origin).json().getString("message"))
                .isEqualTo("Record not found: app-authorized-redirect-origin");
        assertThat(other.delete(ORIGINS + "/" + origin).status()).isEqualTo(200);
    }

    @Test
    void a_second_provider_of_a_name_is_refused_as_an_entity_is() {
        provider("linkedin");

        JsonObject refusal = app.post(PROVIDERS, new JsonObject().put("provider_name", "linkedin"))
                .json();

        assertThat(refusal.getString("message"))
                .isEqualTo("`name` is a unique attribute on `$oauthProviders` and an entity already exists with"
                        + " `$oauthProviders.name` = \"linkedin\"");
        assertThat(refusal.getJsonObject("hint").getString("etype")).isEqualTo("$oauthProviders");
    }

    @Test
    void admins_find_providers_and_clients_among_the_data() {
        String provider = provider("clerk");
        app.post(CLIENTS, client(provider, "clerk-web").put("discovery_endpoint", DISCOVERY));

        JsonObject client = app.entities("$oauthClients").stream()
                .map(JsonObject.class::cast)
                .filter(entity -> entity.getString("name").equals("clerk-web"))
                .findFirst()
                .orElseThrow();

        assertThat(client.getString("discoveryEndpoint")).isEqualTo(DISCOVERY);
        assertThat(client.getString("$oauthProvider")).isEqualTo(provider);
        assertThat(app.entities("$oauthProviders").encode()).contains("clerk");
    }

    @Test
    void only_what_a_change_names_is_changed() {
        String provider = provider("firebase");
        JsonObject wanted = client(provider, "firebase")
                .put("discovery_endpoint", DISCOVERY)
                .put("client_id", "first")
                .put("meta", new JsonObject("{\"keep\":1,\"drop\":2}"));
        String id = app.post(CLIENTS, wanted).json().getJsonObject("client").getString("id");

        JsonObject changed = app.post(CLIENTS + "/" + id, new JsonObject("{\"meta\":{\"drop\":null,\"add\":3}}"))
                .json()
                .getJsonObject("client");

        assertThat(changed.getJsonObject("meta")).isEqualTo(new JsonObject("{\"keep\":1,\"add\":3}"));
        assertThat(changed.getString("client_id")).isEqualTo("first");
        assertThat(app.post(CLIENTS + "/" + id, new JsonObject().putNull("client_id"))
                        .json()
                        .getJsonObject("client")
                        .getString("client_id"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"provider_id\":\"x\"} | Malformed parameter: [\"body\" \"provider_id\"]",
                "{\"client_name\":\" \"} | Malformed parameter: [\"body\" \"client_name\"]",
                "{\"client_id\":\"\"} | Malformed parameter: [\"body\" \"client_id\"]",
                "{\"meta\":\"x\"} | Malformed parameter: [\"body\" \"meta\"]",
                "{\"provider_id\":\"5eed0000-0000-4000-8000-000000000001\"} | Record not found: oauth-service-provider",
                "{\"discovery_endpoint\":null} | Missing parameter: [\"body\" \"discovery_endpoint\"]",
                "{\"discovery_endpoint\":\"zzz\"} | Validation failed for discovery-endpoint: Could not validate"
                        + " discovery endpoint.",
                "{\"use_shared_credentials\":true} | Record not found: shared-oauth-client",
                "{\"redirect_to\":\"http://example.com\"} | Validation failed for redirect_to"
            })
    void a_client_that_cannot_be_is_refused(String flaw, String message) {
        JsonObject wanted = client(provider("p" + UUID.randomUUID()), "c" + UUID.randomUUID())
                .put("discovery_endpoint", DISCOVERY)
                .mergeIn(new JsonObject(flaw));

        assertThat(app.post(CLIENTS, wanted).json().getString("message")).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a:b@example.com | redirect uri may not contain user or password",
                "https://example.com/../x | redirect uri may not contain a path traversal",
                "https://example.com/x#y | redirect uri may not contain the fragment component",
                "my-app://back | redirect uri must use the HTTPS scheme",
                "ftp://localhost/x | redirect uri must use either the HTTP or HTTPS scheme"
            })
    void users_are_sent_back_to_safe_places_only(String uri, String error) {
        JsonObject wanted = client(provider("p" + UUID.randomUUID()), "c").put("redirect_to", uri);

        assertThat(app.post(CLIENTS, wanted).json().getJsonObject("hint").getJsonArray("errors"))
                .containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000/back", "http://127.0.0.1/back", "https://example.com/back?x=y"})
    void users_may_be_sent_back_to_their_own_machine(String uri) {
        JsonObject wanted = client(provider("p" + UUID.randomUUID()), "c" + UUID.randomUUID())
                .put("discovery_endpoint", DISCOVERY)
                .put("redirect_to", uri);

        assertThat(app.post(CLIENTS, wanted).status()).isEqualTo(200);
    }

    @Test
    void a_client_secret_is_neither_shown_nor_kept(@TempDir Path directory) throws IOException {
        LocalPlatform kept =
                LocalPlatform.start(vertx, LocalOptions.in(directory)).await();
        TestApp secretive = TestApp.on(vertx, kept, new JsonObject());
        String provider = secretive
                .post(PROVIDERS, new JsonObject().put("provider_name", "github"))
                .json()
                .getJsonObject("provider")
                .getString("id");
        secretive.post(CLIENTS, client(provider, "web").put("client_secret", "kept-by-nobody"));

        assertThat(secretive.get("/auth").json().encode()).doesNotContain("kept-by-nobody");
        assertThat(secretive.entities("$oauthClients").encode())
                .contains("encryptedClientSecret")
                .doesNotContain("kept-by-nobody");
        kept.close().await();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("kept-by-nobody");
            }
        }
    }

    private String provider(String name) {
        return app.post(PROVIDERS, new JsonObject().put("provider_name", name))
                .json()
                .getJsonObject("provider")
                .getString("id");
    }

    private static JsonObject client(String provider, String name) {
        return new JsonObject().put("provider_id", provider).put("client_name", name);
    }
}
