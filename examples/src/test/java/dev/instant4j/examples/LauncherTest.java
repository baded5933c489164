package dev.instant4j.examples;

import dev.instant4j.examples.Launch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher of this source tree, as it is after the build: nothing here builds again. */
class LauncherTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();
    private static final String LAUNCHER = ROOT.resolve("scripts/bin/instant4j").toString();

    @TempDir
    private Path directory;

    @TempDir
    private Path programs;

    private String path = "";

    @BeforeEach
    void hide_maven() {
        path = Launch.pathWithoutMaven(programs);
    }

    @Test
    void the_first_example_is_pushed() throws Exception {
        Outcome outcome = launch("push", ROOT.resolve("examples/todos.jsh").toString(), "--local", "--yes");
        assertThat(outcome.out())
                .startsWith("App ")
                .contains("+ entity todos", "+ title        string, indexed, required", "+ link todosOwner")
                .endsWith("Done.\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void the_preview_script_runs_with_its_arguments() throws Exception {
        Outcome outcome =
                launch("run", "--local", ROOT.resolve("examples/preview.jsh").toString(), "pr-1234");
        assertThat(outcome.out()).contains("+ entity todos").contains("pr-1234 is app ");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void names_of_files_are_relative_to_where_the_user_is() throws Exception {
        Files.writeString(directory.resolve("with space.jsh"), "var rules = rules(byDefault(deny()));");
        assertThat(launch("plan", "with space.jsh", "--local").out()).startsWith("+ rules $default");
    }

    @Test
    void it_works_through_symbolic_links() throws Exception {
        Path first = Files.createSymbolicLink(directory.resolve("first"), Path.of(LAUNCHER));
        Path second = Files.createSymbolicLink(directory.resolve("second"), first.getFileName());
        Outcome outcome = Launch.start(directory, path, List.of(second.toString(), "--version"))
                .outcome();
        assertThat(outcome.out()).startsWith("instant4j 0.");
    }

    @Test
    void exit_codes_pass_through_and_errors_keep_to_stderr() throws Exception {
        Outcome outcome = launch("pusch");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("Did you mean \"push\"?");
    }

    @Test
    void a_script_that_exits_never_looks_like_success() throws Exception {
        Files.writeString(directory.resolve("exit.jsh"), "print(\"before\");\nSystem.exit(0);\n");
        Outcome run = launch("run", "--local", "exit.jsh");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("before\n");
        assertThat(run.err()).contains("exit.jsh:2: error: The script ended the whole process here");
        Files.writeString(directory.resolve("exit.jsh"), "System.exit(0);");
        assertThat(launch("push", "exit.jsh", "--local", "--yes").code()).isEqualTo(65);
    }

    @Test
    void without_a_terminal_nothing_is_asked() throws Exception {
        Outcome outcome = launch("push", ROOT.resolve("examples/todos.jsh").toString(), "--local");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err()).contains("add --yes");
    }

    @Test
    void a_java_home_without_java_is_named() throws Exception {
        Outcome outcome = Launch.start(directory, path, directory.toString(), List.of(LAUNCHER, "help"))
                .outcome();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("JAVA_HOME is " + directory + ", but there is no bin/java in it.");
    }

    @Test
    void a_java_that_is_too_old_is_refused() throws Exception {
        Files.createDirectory(directory.resolve("bin"));
        Files.createSymbolicLink(directory.resolve("bin/java"), Path.of("/bin/sh"));
        Files.writeString(directory.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Outcome outcome = Launch.start(directory, path, directory.toString(), List.of(LAUNCHER, "help"))
                .outcome();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("Java 11 at " + directory + "/bin/java is too old. Use a JDK 17 or newer.");
    }

    private Outcome launch(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(0, LAUNCHER);
        return Launch.start(directory, path, all).outcome();
    }
}
