package dev.instant4j.cli;

import dev.instant4j.cli.Workplace.Run;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan is saved by one command and carried out by another. */
class ApplyTest {
    private static final String POSTS = "entity(\"posts\", string(\"title\"), string(\"slug\").optional())";
    private static final String MORE =
            "entity(\"posts\", string(\"title\").indexed(), string(\"slug\").optional()), entity(\"tags\", string(\"name\"))";
    private static final String LESS = "entity(\"posts\", string(\"title\"))";

    @TempDir
    private Path directory;

    private Workplace place;

    @BeforeEach
    void push() throws IOException {
        place = new Workplace(directory).define("posts.jsh", POSTS);
        assertThat(place.run("push", "posts.jsh", "--yes").code()).isEqualTo(ExitCode.DONE);
        place.add("posts", new JsonObject().put("title", "hello").put("slug", "h"));
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void a_saved_plan_is_carried_out_once_and_then_there_is_nothing_to_do() throws IOException {
        place.define("posts.jsh", MORE);

        Run planned = place.run("plan", "posts.jsh", "--out", "plan.json", "--detailed-exitcode");
        Run applied = place.run("apply", "plan.json");
        Run again = place.run("apply", "plan.json");

        assertThat(planned.code()).isEqualTo(ExitCode.CHANGES_PENDING);
        assertThat(planned.err()).contains("instant4j apply plan.json");
        assertThat(applied.out()).contains("+ entity tags").contains("Done.");
        assertThat(applied.code()).isEqualTo(ExitCode.DONE);
        assertThat(again.out()).contains("No changes.");
        assertThat(again.err()).contains("Nothing is left to do");
        assertThat(again.code()).isEqualTo(ExitCode.DONE);
        assertThat(place.run("plan", "posts.jsh").out()).contains("No changes.");
    }

    @Test
    void a_plan_that_deletes_what_a_teammate_has_renamed_since_is_stale_and_deletes_nothing() throws IOException {
        place.define("posts.jsh", LESS);
        place.run("plan", "posts.jsh", "--out", "plan.json", "--allow-delete", "posts.slug");
        place.define("theirs.jsh", "entity(\"posts\", string(\"title\"), string(\"path\").optional())");
        place.run("push", "theirs.jsh", "--yes", "--rename", "posts.slug:posts.path");

        Run applied = place.run("apply", "plan.json");

        assertThat(applied.code()).isEqualTo(ExitCode.STALE);
        assertThat(applied.err()).contains("posts.slug is now posts.path");
        assertThat(place.read("posts").getJsonObject(0).getString("path")).isEqualTo("h");
    }

    @Test
    void a_plan_deletes_what_was_allowed_when_it_was_made_and_nothing_else() throws IOException {
        place.define("posts.jsh", LESS);
        Run careless = place.run("plan", "posts.jsh", "--out", "careless.json");
        place.run("plan", "posts.jsh", "--out", "careful.json", "--allow-delete", "posts.slug");

        Run refused = place.run("apply", "careless.json", "--yes");
        Run applied = place.run("apply", "careful.json");

        assertThat(careless.err()).contains("--allow-delete posts.slug").contains("can't be applied like this");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("--allow-delete posts.slug");
        assertThat(applied.code()).isEqualTo(ExitCode.DONE);
        assertThat(place.read("posts").getJsonObject(0).containsKey("slug")).isFalse();
    }

    @Test
    void consent_to_what_is_not_deleted_makes_no_plan() throws IOException {
        place.define("posts.jsh", LESS);

        Run planned = place.run("plan", "posts.jsh", "--out", "plan.json", "--allow-delete", "posts.slugg");

        assertThat(planned.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(planned.out()).contains("posts.slug");
        assertThat(directory.resolve("plan.json")).doesNotExist();
    }

    @Test
    void a_plan_is_for_its_own_app_and_platform_only() throws IOException {
        place.define("posts.jsh", MORE);
        place.run("plan", "posts.jsh", "--out", "plan.json");

        Run otherApp =
                place.run("apply", "plan.json", "--app", UUID.randomUUID().toString());
        Run otherPlatform = place.run("apply", "plan.json", "--api-uri", "http://127.0.0.1:9");
        Run embedded = place.run("apply", "plan.json", "--local", "--data", "data");

        assertThat(otherApp.code()).isEqualTo(ExitCode.USAGE);
        assertThat(otherApp.err()).contains(place.variable("INSTANT_APP_ID"));
        assertThat(otherPlatform.code()).isEqualTo(ExitCode.USAGE);
        assertThat(otherPlatform.err()).contains(place.variable("INSTANT_CLI_API_URI"));
        assertThat(embedded.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_plan_for_the_embedded_platform_is_applied_there() throws IOException {
        place.define("posts.jsh", MORE);
        place.run("plan", "posts.jsh", "--local", "--data", "data", "--out", "plan.json");

        Run applied = place.run("apply", "plan.json", "--local", "--data", "data");

        assertThat(applied.code()).as(applied.err()).isEqualTo(ExitCode.DONE);
        assertThat(place.run("plan", "posts.jsh", "--local", "--data", "data").out())
                .contains("No changes.");
    }

    @Test
    void what_is_no_plan_is_refused_with_the_reason() throws IOException {
        Files.writeString(directory.resolve("broken.json"), "{\"formatVersion\": 7}");

        assertThat(place.run("apply", "missing.json").err()).contains("there is no such file");
        assertThat(place.run("apply", "missing.json").code()).isEqualTo(ExitCode.INVALID_DEFINITION);
        assertThat(place.run("apply", "broken.json"))
                .extracting(Run::code, Run::err)
                .satisfiesExactly(
                        code -> assertThat(code).isEqualTo(ExitCode.INVALID_DEFINITION),
                        told -> assertThat(told.toString())
                                .contains("broken.json can't be read", "formatVersion is 7", "--out broken.json"));
        assertThat(place.run("apply").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void no_token_is_saved_with_a_plan() throws IOException {
        place.run("plan", "posts.jsh", "--out", "plan.json");

        assertThat(directory.resolve("plan.json")).content().doesNotContain(place.variable("INSTANT_APP_ADMIN_TOKEN"));
    }

    @Test
    void with_json_every_command_writes_one_document() throws IOException {
        place.define("posts.jsh", MORE);
        JsonObject planned =
                place.run("plan", "posts.jsh", "--json", "--out", "plan.json").json();
        JsonObject undecided = place.run("push", "posts.jsh", "--json").json();
        JsonObject applied = place.run("apply", "plan.json", "--json").json();
        JsonObject wrong = place.run("push", "missing.jsh", "--json").json();
        JsonObject misused = place.run("push", "--jsn", "--json").json();

        assertThat(planned.getJsonObject("counts").getLong("add")).isEqualTo(2);
        assertThat(undecided.getInteger("exitCode")).isEqualTo(ExitCode.DECISION_NEEDED.code());
        assertThat(undecided.getJsonObject("error").getString("message")).contains("--yes");
        assertThat(applied.getJsonObject("result").getBoolean("isComplete")).isTrue();
        assertThat(applied.getJsonObject("result")
                        .getJsonArray("jobs")
                        .getJsonObject(0)
                        .getString("type"))
                .isEqualTo("index");
        assertThat(wrong.getJsonObject("error").getJsonArray("findings")).hasSize(1);
        assertThat(misused.getInteger("exitCode")).isEqualTo(ExitCode.USAGE.code());
        assertThat(misused.getInteger("formatVersion")).isEqualTo(1);
    }

    @Test
    void markdown_is_for_people_only() throws IOException {
        place.define("posts.jsh", MORE);

        assertThat(place.run("plan", "posts.jsh", "--markdown").out()).startsWith("**2 to add, 1 to change**");
        assertThat(place.run("plan", "posts.jsh", "--markdown", "--json").code())
                .isEqualTo(ExitCode.USAGE);
    }
}
