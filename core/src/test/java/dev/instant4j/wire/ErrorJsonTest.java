package dev.instant4j.wire;

import dev.instant4j.error.ApiException;
import dev.instant4j.error.ErrorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorJsonTest {

    @Test
    void an_error_keeps_type_reason_hint_and_trace() {
        ApiException refusal = ErrorJson.decode(
                "read the schema",
                400,
                "{\"type\":\"record-not-found\",\"message\":\"Record not found: app\","
                        + "\"hint\":{\"record-type\":\"app\"},\"trace-id\":\"5a79\"}");

        assertThat(refusal).hasMessage("The platform refused to read the schema: Record not found: app (status 400)");
        assertThat(refusal.type()).isEqualTo(ErrorType.RECORD_NOT_FOUND);
        assertThat(refusal.hint()).isEqualTo("{\"record-type\":\"app\"}");
        assertThat(refusal.traceId()).isEqualTo("5a79");
    }

    @Test
    void an_oauth_error_has_its_reason_under_another_key() {
        ApiException refusal = ErrorJson.decode("sign in", 400, "{\"type\":\"oauth-error\",\"error\":\"denied\"}");

        assertThat(refusal.type()).isEqualTo(ErrorType.OAUTH_ERROR);
        assertThat(refusal).hasMessageContaining("denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "17", "\"text\"", "{}", "{\"type\":4,\"message\":[],\"hint\":7}"})
    void any_body_becomes_a_refusal(String body) {
        ApiException refusal = ErrorJson.decode("read the schema", 500, body);

        assertThat(refusal.status()).isEqualTo(500);
        assertThat(refusal.type()).isEqualTo(ErrorType.UNKNOWN);
    }

    @Test
    void a_page_of_something_in_between_is_shortened_to_its_text() {
        ApiException refusal = ErrorJson.decode(
                "read the schema", 502, "<html><body>\n<h1>502 Bad Gateway</h1>" + "x".repeat(5000) + "</body></html>");

        assertThat(refusal).hasMessageContaining("502 Bad Gateway").message().hasSizeLessThan(300);
    }
}
