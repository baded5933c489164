package dev.instant4j.cli;

import dev.instant4j.cli.Workplace.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a definition protects outlives the code that said so. */
class ProtectionTest {
    private static final String PROTECTED =
            "entity(\"posts\", string(\"title\"), string(\"slug\").protect(\"search engines know it\"))";
    private static final String UNPROTECTED = "entity(\"posts\", string(\"title\"), string(\"slug\"))";
    private static final String WITHOUT = "entity(\"posts\", string(\"title\"))";

    @TempDir
    private Path directory;

    private Workplace place;

    @BeforeEach
    void open() throws IOException {
        place = new Workplace(directory).define("posts.jsh", PROTECTED);
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void deleting_what_was_protected_is_refused_even_if_it_is_allowed() throws IOException {
        place.run("push", "posts.jsh", "--yes");
        place.define("posts.jsh", WITHOUT);

        Run pushed = place.run("push", "posts.jsh", "--yes", "--allow-delete", "posts.slug");
        Run planned = place.run("plan", "posts.jsh");

        assertThat(pushed.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(pushed.out()).contains("search engines know it");
        assertThat(planned.code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void the_protection_is_removed_by_a_push_of_its_own_and_the_next_may_delete() throws IOException {
        place.run("push", "posts.jsh", "--yes");

        place.define("posts.jsh", UNPROTECTED);
        Run first = place.run("push", "posts.jsh", "--yes");
        place.define("posts.jsh", WITHOUT);
        Run second = place.run("push", "posts.jsh", "--yes", "--allow-delete", "posts.slug");

        assertThat(first.out()).contains("No changes.");
        assertThat(second.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_saved_plan_remembers_what_it_protects_once_it_is_applied() throws IOException {
        place.run("plan", "posts.jsh", "--out", "plan.json");
        assertThat(directory.resolve("instant.lock.json")).doesNotExist();

        place.run("apply", "plan.json");

        assertThat(directory.resolve("instant.lock.json"))
                .content()
                .contains("posts.slug", place.variable("INSTANT_APP_ID"))
                .doesNotContain(place.variable("INSTANT_APP_ADMIN_TOKEN"));
    }

    @Test
    void nothing_is_remembered_of_the_embedded_platform() {
        place.run("push", "posts.jsh", "--yes", "--local");
        place.run("push", "posts.jsh", "--yes", "--local", "--data", "data");

        assertThat(directory.resolve("instant.lock.json")).doesNotExist();
    }

    @Test
    void nothing_is_remembered_of_an_app_that_vanishes_by_itself() {
        place.useTemporaryApp();

        Run pushed = place.run("push", "posts.jsh", "--yes");

        assertThat(pushed.code()).isEqualTo(ExitCode.DONE);
        assertThat(directory.resolve("instant.lock.json")).doesNotExist();
    }
}
