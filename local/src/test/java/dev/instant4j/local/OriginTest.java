package dev.instant4j.local;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which sites a browser lets speak to the platform. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OriginTest {
    private static final String SITE = "https://app.example";
    private static final String DASHBOARD = "https://dashboard.example";

    private final Vertx vertx = Vertx.vertx();
    private final LocalPlatform platform = LocalPlatform.start(
                    vertx, LocalOptions.inMemory().withDashboard(URI.create(DASHBOARD + "/somewhere")))
            .await();
    private final WebClient browser = WebClient.create(vertx);

    @AfterAll
    void stop() {
        browser.close();
        platform.close().await();
        vertx.close().await();
    }

    @Test
    void a_page_of_any_site_may_ask_with_a_token() {
        HttpResponse<Buffer> asked = ask("/superadmin/apps", SITE);

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(asked.getHeader("Access-Control-Allow-Headers")).contains("authorization");
        assertThat(asked.getHeader("Access-Control-Allow-Methods")).contains("GET", "POST", "PUT", "DELETE");
        assertThat(asked.getHeader("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(asked.getHeader("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void its_answers_may_be_read_there() {
        HttpResponse<Buffer> health = browser.requestAbs(HttpMethod.GET, platform.uri() + "/health/system")
                .putHeader("Origin", SITE)
                .send()
                .await();

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "grant", "deny", "claim"})
    void no_other_site_has_a_say_where_a_user_consents(String step) {
        HttpResponse<Buffer> asked = ask("/platform/oauth/" + step, SITE);

        assertThat(asked.getHeader("Access-Control-Allow-Origin")).isNull();
        assertThat(asked.getHeader("Access-Control-Allow-Methods")).isNull();
    }

    @Test
    void the_dashboard_reads_what_it_asks_consent_for() {
        assertThat(ask("/platform/oauth/claim", DASHBOARD).getHeader("Access-Control-Allow-Origin"))
                .isEqualTo(DASHBOARD);
    }

    /** Asks as a browser does before it sends what a page wants to. */
    private HttpResponse<Buffer> ask(String path, String origin) {
        return browser.requestAbs(HttpMethod.OPTIONS, platform.uri() + path)
                .putHeader("Origin", origin)
                .putHeader("Access-Control-Request-Method", "POST")
                .putHeader("Access-Control-Request-Headers", "authorization,content-type")
                .send()
                .await();
    }
}
