package dev.instant4j.cli;

import dev.instant4j.cli.Workplace.Run;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Data in the way of a push is found before anything is sent. */
class PreflightTest {
    private static final String TITLE = "string(\"title\")";

    @TempDir
    private Path directory;

    private Workplace place;

    @BeforeEach
    void push() throws IOException {
        place = new Workplace(directory)
                .define("posts.jsh", "entity(\"posts\", string(\"title\"), any(\"views\").optional())");
        place.run("push", "posts.jsh", "--yes");
    }

    @AfterEach
    void close() {
        place.close();
    }

    private void addPosts(int count) {
        for (int i = 0; i < count; i++) {
            place.add("posts", new JsonObject().put("title", "same").put("views", i));
        }
    }

    @Test
    void a_new_required_attr_is_refused_with_the_number_of_entities_and_three_of_them() throws IOException {
        addPosts(4);
        place.define("posts.jsh", "entity(\"posts\", string(\"title\"), any(\"views\").optional(), string(\"must\"))");

        Run pushed = place.run("push", "posts.jsh", "--yes");

        assertThat(pushed.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(pushed.out()).contains("Entities of posts that would lack the new must: 4.", "and more");
        assertThat(pushed.out().lines().filter(line -> line.matches("  [0-9a-f-]{36} .*")))
                .hasSize(3);
        assertThat(place.read("posts").getJsonObject(0).containsKey("must")).isFalse();
    }

    @Test
    void an_attr_becomes_required_once_all_entities_have_it() throws IOException {
        addPosts(2);
        place.define("posts.jsh", "entity(\"posts\", string(\"title\"), any(\"views\"))");
        place.add("posts", new JsonObject().put("title", "without"));

        Run refused = place.run("push", "posts.jsh", "--yes");
        place.read("posts").stream()
                .map(JsonObject.class::cast)
                .filter(post -> !post.containsKey("views"))
                .forEach(post -> place.update("posts", post.getString("id"), new JsonObject().put("views", 7)));
        Run pushed = place.run("push", "posts.jsh", "--yes");

        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.out()).contains("that lack views: 1.");
        assertThat(pushed.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void all_that_is_in_the_way_is_told_at_once_and_nothing_is_sent() throws IOException {
        addPosts(3);
        place.define(
                "posts.jsh", "entity(\"posts\", string(\"title\").unique(), string(\"views\").optional().indexed())");

        Run pushed = place.run("push", "posts.jsh", "--yes");

        assertThat(pushed.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(pushed.out())
                .contains("that have a title that another has too: 2.", "that have a views that is no string: 3.")
                .contains("\"same\"", "  0\n");
        assertThat(pushed.out().lines().count() + pushed.err().lines().count()).isLessThan(40);
        assertThat(place.run("plan", "posts.jsh", "--json")
                        .json()
                        .getJsonObject("counts")
                        .getLong("change"))
                .isEqualTo(2);
    }

    @Test
    void programs_get_counts_and_ids_and_no_values() throws IOException {
        addPosts(2);
        place.define("posts.jsh", "entity(\"posts\", string(\"title\").unique(), any(\"views\").optional())");

        Run planned = place.run("plan", "posts.jsh", "--json");
        Run markdown = place.run("plan", "posts.jsh", "--markdown");

        JsonArray preflight = planned.json().getJsonArray("preflight");
        assertThat(preflight.getJsonObject(0).getLong("count")).isEqualTo(1);
        assertThat(preflight.getJsonObject(0).getJsonArray("entities")).hasSize(1);
        assertThat(planned.out()).doesNotContain("same");
        assertThat(markdown.out()).contains("another has too: 1.").doesNotContain("same");
    }

    @Test
    void what_a_delete_loses_is_counted() throws IOException {
        addPosts(5);
        place.define("posts.jsh", "entity(\"posts\", " + TITLE + ")");

        Run planned = place.run("plan", "posts.jsh");

        assertThat(planned.out()).contains("Entities of posts that lose their views: 5.");
    }

    @Test
    void a_saved_plan_is_checked_again_when_it_is_applied() throws IOException {
        place.define("posts.jsh", "entity(\"posts\", string(\"title\").unique(), any(\"views\").optional())");
        place.run("plan", "posts.jsh", "--out", "plan.json");
        addPosts(2);

        Run applied = place.run("apply", "plan.json");

        assertThat(applied.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(applied.out()).contains("another has too: 1.");
    }
}
