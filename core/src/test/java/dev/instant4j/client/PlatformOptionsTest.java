package dev.instant4j.client;

import dev.instant4j.model.Token;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformOptionsTest {
    private static final String SECRET = "8ce5d753-6bd1-441c-a7a3-3010ba25068a";

    @Test
    void slashes_at_the_end_of_the_address_do_not_count() {
        assertThat(PlatformOptions.at(URI.create("http://localhost:8888/api//")).uri())
                .isEqualTo(URI.create("http://localhost:8888/api"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8888",
                "ftp://example.com",
                "https:///path",
                "https://me:pass@example.com",
                "https://example.com?x=1",
                "https://example.com#x",
                "/only/a/path"
            })
    void what_is_no_address_of_a_platform_is_refused_without_its_password(String uri) {
        assertThatThrownBy(() -> PlatformOptions.at(URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("pass@");
    }

    @Test
    void an_empty_environment_means_the_cloud_and_nobody() {
        PlatformOptions options = PlatformOptions.fromEnvironment(Map.of("INSTANT_CLI_API_URI", " "));

        assertThat(options.uri()).isEqualTo(PlatformOptions.PRODUCTION);
        assertThat(options.token()).isEmpty();
    }

    @Test
    void the_environment_of_the_node_tools_is_understood() {
        PlatformOptions options = PlatformOptions.fromEnvironment(Map.of(
                "INSTANT_CLI_API_URI", "http://localhost:1234/",
                "INSTANT_CLI_DEV", "1",
                "INSTANT_ADMIN_TOKEN", "third",
                "INSTANT_APP_ADMIN_TOKEN", "second",
                "INSTANT_CLI_AUTH_TOKEN", "first"));

        assertThat(options.uri()).isEqualTo(URI.create("http://localhost:1234"));
        assertThat(options.token()).hasValue(Token.of("first"));
        assertThat(PlatformOptions.fromEnvironment(Map.of("INSTANT_CLI_DEV", "1"))
                        .uri())
                .isEqualTo(PlatformOptions.DEVELOPMENT);
    }

    @Test
    void a_variable_that_can_not_be_used_is_named_without_its_secret() {
        assertThatThrownBy(() -> PlatformOptions.fromEnvironment(Map.of("INSTANT_ADMIN_TOKEN", SECRET + "\nx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INSTANT_ADMIN_TOKEN")
                .message()
                .doesNotContain(SECRET);
    }

    @Test
    void options_do_not_show_their_token() {
        assertThat(PlatformOptions.of(Token.of(SECRET)).toString()).doesNotContain(SECRET);
    }

    @Test
    void limits_must_be_positive() {
        assertThatThrownBy(() -> Limits.DEFAULT.withDeadline(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limits.DEFAULT.withMaxInFlight(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
