package dev.instant4j.cli;

import dev.instant4j.cli.Workplace.Run;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Definitions change while there is data, and nothing of it is lost by accident. */
class RefactoringTest {
    private static final String POSTS = "entity(\"posts\", string(\"title\"))";
    private static final String COMMENTS = "entity(\"comments\", string(\"text\"))";
    private static final String REPLIES = "entity(\"replies\", string(\"text\"))";

    @TempDir
    private Path directory;

    private Workplace place;
    private String post = "";
    private String comment = "";

    @BeforeEach
    void push() throws IOException {
        place = new Workplace(directory).define("app.jsh", POSTS, COMMENTS, link("comments", "post", "comments"));
        place.run("push", "app.jsh", "--yes");
        post = place.add("posts", new JsonObject().put("title", "hello"));
        comment = place.add("comments", new JsonObject().put("text", "nice"));
        place.link("comments", comment, "post", post);
    }

    @AfterEach
    void close() {
        place.close();
    }

    private static String link(String entity, String forward, String reverse) {
        return "link(\"thread\", hasOne(\"" + entity + "\", \"" + forward
                + "\").onDelete(CASCADE), hasMany(\"posts\", \"" + reverse + "\"))";
    }

    @Test
    void without_a_terminal_and_a_flag_nothing_is_pushed_and_the_flags_are_named() throws IOException {
        place.define("app.jsh", "entity(\"posts\", string(\"headline\").optional())");

        Run pushed = place.run("push", "app.jsh");

        assertThat(pushed.code()).isEqualTo(ExitCode.DECISION_NEEDED);
        assertThat(pushed.err()).contains("--yes", "--allow-delete comments", "--allow-delete posts.title");
        assertThat(place.read("comments")).hasSize(1);
    }

    @Test
    void a_mistyped_rename_is_refused_with_the_name_that_was_meant() throws IOException {
        place.define(
                "app.jsh", "entity(\"posts\", string(\"headline\"))", COMMENTS, link("comments", "post", "comments"));

        Run careful = place.run("push", "app.jsh", "--rename", "posts.titel:posts.headline");
        Run hasty = place.run("push", "app.jsh", "--yes", "--rename", "posts.titel:posts.headline");

        assertThat(careful.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(hasty.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(hasty.out()).contains("Did you mean \"posts.title\"?");
        assertThat(place.read("posts").getJsonObject(0).getString("title")).isEqualTo("hello");
    }

    @Test
    void a_renamed_entity_is_one_change_and_keeps_its_data_and_links_on_both_sides() throws IOException {
        place.define("app.jsh", POSTS, REPLIES, link("replies", "post", "comments"));

        JsonObject planned = place.run("plan", "app.jsh", "--rename", "comments:replies", "--json")
                .json();
        Run pushed = place.run("push", "app.jsh", "--yes", "--rename", "comments:replies");

        assertThat(changes(planned)).containsExactly("renamed");
        assertThat(pushed.code()).isEqualTo(ExitCode.DONE);
        assertThat(place.read("replies", "post").getJsonObject(0).getJsonArray("post"))
                .hasSize(1);
        assertThat(place.read("posts", "comments").getJsonObject(0).getJsonArray("comments"))
                .hasSize(1);
        assertThat(place.run("plan", "app.jsh").out()).contains("No changes.");
    }

    @Test
    void an_entity_renamed_in_the_definition_is_renamed_once() throws IOException {
        place.define("app.jsh", POSTS, REPLIES + ".renamedFrom(\"comments\")", link("replies", "post", "comments"));

        Run first = place.run("push", "app.jsh", "--yes");
        Run second = place.run("push", "app.jsh", "--yes");

        assertThat(first.code()).as(first.err() + first.out()).isEqualTo(ExitCode.DONE);
        assertThat(second.out()).contains("No changes.");
        assertThat(place.read("replies")).hasSize(1);
    }

    @Test
    void a_cascading_link_with_a_new_name_and_cardinality_still_cascades() throws IOException {
        place.define(
                "app.jsh",
                POSTS,
                COMMENTS,
                "link(\"thread\", hasOne(\"comments\", \"article\").onDelete(CASCADE), hasOne(\"posts\", \"reply\"))");

        String[] renames = {"--rename", "comments.post:comments.article", "--rename", "posts.comments:posts.reply"};
        JsonObject planned =
                place.run(words("plan", "app.jsh", "--json", renames)).json();
        Run pushed = place.run(words("push", "app.jsh", "--yes", renames));
        place.delete("posts", post);

        assertThat(changes(planned)).containsExactly("renamed");
        assertThat(planned.getJsonArray("changes").getJsonObject(0).getString("detail"))
                .contains("keeps its connections", "many -> one");
        assertThat(pushed.code()).as(pushed.err() + pushed.out()).isEqualTo(ExitCode.DONE);
        assertThat(place.run("plan", "app.jsh").out()).contains("No changes.");
        assertThat(place.read("comments")).isEmpty();
    }

    private static List<String> changes(JsonObject planned) {
        return planned.getJsonArray("changes").stream()
                .map(change -> ((JsonObject) change).getString("kind"))
                .toList();
    }

    private static String[] words(String command, String file, String flag, String... more) {
        return Stream.concat(Stream.of(command, file, flag), Stream.of(more)).toArray(String[]::new);
    }
}
