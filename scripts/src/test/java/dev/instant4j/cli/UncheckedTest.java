package dev.instant4j.cli;

import dev.instant4j.cli.Workplace.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A token that may change the schema but not read the data, so that nobody knows whether a push will do. */
class UncheckedTest {
    private static final String ASKED = "Not checked: entities of posts that have a title that another has too";

    @TempDir
    private Path directory;

    private Workplace place;

    @BeforeEach
    void push() throws IOException {
        place = new Workplace(directory);
        place.useAppWithScopes("apps_rw");
        place.define("app.jsh", "entity(\"posts\", string(\"title\"))");
        assertThat(place.run("push", "app.jsh", "--yes").code()).isEqualTo(ExitCode.DONE);
        place.define("app.jsh", "entity(\"posts\", string(\"title\").unique())");
    }

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void without_a_terminal_it_takes_a_flag_which_is_named() {
        Run refused = place.run("push", "app.jsh", "--yes");
        Run pushed = place.run("push", "app.jsh", "--yes", "--unchecked");

        assertThat(refused.code()).isEqualTo(ExitCode.DECISION_NEEDED);
        assertThat(refused.out() + refused.err()).contains(ASKED, "--unchecked");
        assertThat(pushed.code()).as(pushed.err()).isEqualTo(ExitCode.DONE);
        assertThat(place.run("plan", "app.jsh").out()).contains("No changes.");
    }

    @Test
    void whoever_is_asked_sees_it_and_whoever_is_not_needs_the_flag() {
        Run hasty = place.runTyping(List.of(), "push", "app.jsh", "--yes");
        Run asked = place.runTyping(List.of("yes"), "push", "app.jsh");

        assertThat(hasty.code()).isEqualTo(ExitCode.DECISION_NEEDED);
        assertThat(asked.out()).contains(ASKED);
        assertThat(asked.code()).as(asked.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_saved_plan_is_never_asked_about_and_takes_the_flag() {
        place.run("plan", "app.jsh", "--out", "plan.json");

        Run refused = place.runTyping(List.of("yes"), "apply", "plan.json");
        Run applied = place.run("apply", "plan.json", "--unchecked");

        assertThat(refused.code()).isEqualTo(ExitCode.DECISION_NEEDED);
        assertThat(refused.err()).contains("--unchecked");
        assertThat(applied.code()).as(applied.err()).isEqualTo(ExitCode.DONE);
    }
}
