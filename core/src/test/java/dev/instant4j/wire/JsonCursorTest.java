package dev.instant4j.wire;

import dev.instant4j.error.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonCursorTest {
    private final JsonCursor answer = JsonCursor.of(
            "read the jobs", new JsonObject("{\"jobs\":[{\"id\":\"x\",\"a/b\":1,\"none\":null}],\"unknown\":true}"));

    @Test
    void a_missing_key_is_named_by_operation_and_pointer() {
        assertFails(() -> answer.member("jobs").element(0).member("state"), "/jobs/0/state", "nothing");
    }

    @Test
    void a_value_of_another_kind_is_named_by_operation_and_pointer() {
        assertFails(() -> answer.member("jobs").element(0).member("a/b").text(), "/jobs/0/a~1b", "a number");
    }

    @Test
    void a_text_that_is_no_uuid_is_not_repeated() {
        assertThatThrownBy(() -> answer.member("jobs").element(0).member("id").uuid())
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("another text at /jobs/0/id where a UUID is expected");
    }

    @Test
    void absent_and_null_are_both_empty() {
        JsonCursor job = answer.member("jobs").element(0);

        assertThat(job.optional("none")).isEmpty();
        assertThat(job.optional("nothing")).isEmpty();
        assertThat(job.member("none").isNull()).isTrue();
    }

    private static void assertFails(Runnable reading, String path, String found) {
        Consumer<DecodeException> names = failure -> {
            assertThat(failure.operation()).isEqualTo("read the jobs");
            assertThat(failure.path()).isEqualTo(path);
            assertThat(failure).hasMessageContaining(found);
        };
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(DecodeException.class, names);
    }
}
