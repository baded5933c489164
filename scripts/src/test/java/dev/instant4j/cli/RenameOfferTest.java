package dev.instant4j.cli;

import dev.instant4j.cli.Workplace.Run;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** At a terminal, what goes while something like it comes is asked about. */
class RenameOfferTest {
    @TempDir
    private Path directory;

    private Workplace place;

    @BeforeEach
    void push() throws IOException {
        place = new Workplace(directory)
                .define("posts.jsh", "entity(\"posts\", string(\"title\"), string(\"body\"))", "entity(\"notes\")");
        place.run("push", "posts.jsh", "--yes");
        place.add("posts", new JsonObject().put("title", "hello").put("body", "world"));
        place.define(
                "posts.jsh",
                "entity(\"articles\", string(\"headline\").optional(), string(\"body\"))",
                "entity(\"notes\")");
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void what_is_answered_to_be_renamed_keeps_its_data() {
        Run pushed = place.runTyping(List.of("1", "1", "y"), "push", "posts.jsh");

        assertThat(pushed.err()).contains("posts is gone", "1  it is articles now", "1  it is articles.headline now");
        assertThat(pushed.code()).isEqualTo(ExitCode.DONE);
        assertThat(place.read("articles").getJsonObject(0).getString("headline"))
                .isEqualTo("hello");
    }

    @Test
    void no_answer_pushes_nothing() {
        Run pushed = place.runTyping(List.of(""), "push", "posts.jsh");

        assertThat(pushed.code()).isEqualTo(ExitCode.DECISION_NEEDED);
        assertThat(pushed.err()).contains("Nothing was pushed.");
        assertThat(place.read("posts")).hasSize(1);
    }

    @Test
    void what_is_answered_to_be_deleted_must_be_typed_once_more() {
        Run careless = place.runTyping(List.of("1", "d", ""), "push", "posts.jsh");
        Run careful = place.runTyping(List.of("1", "d", "posts.title"), "push", "posts.jsh");

        assertThat(careless.code()).isEqualTo(ExitCode.DECISION_NEEDED);
        assertThat(careful.code()).isEqualTo(ExitCode.DONE);
        assertThat(place.read("articles").getJsonObject(0).getMap()).containsOnlyKeys("id", "body");
    }

    @Test
    void without_a_terminal_nothing_is_asked_and_the_flag_is_named() {
        Run pushed = place.run("push", "posts.jsh");

        assertThat(pushed.code()).isEqualTo(ExitCode.DECISION_NEEDED);
        assertThat(pushed.out()).contains("--rename posts:articles");
        assertThat(pushed.err()).doesNotContain("Answer");
    }
}
