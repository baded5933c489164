package dev.instant4j.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A script that ends the process is noticed: tried in a process of its own. */
class ExitGuardTest {
    @TempDir
    private Path directory;

    @Test
    void a_script_that_exits_with_zero_fails_and_names_the_line() throws Exception {
        assertThat(outcomeOf("var a = 1;\n\nSystem.exit(0);\n"))
                .isEqualTo("77 todos.jsh:3 The script ended the whole process here, by System.exit.");
    }

    @Test
    void a_script_that_exits_deep_in_a_method_or_on_another_thread_fails_too() throws Exception {
        assertThat(outcomeOf("void leave() {\n  Runtime.getRuntime().exit(0);\n}\nleave();\n"))
                .isEqualTo("77 todos.jsh:2 The script ended the whole process here, by System.exit.");
        assertThat(outcomeOf("var other = new Thread(() ->\n  System.exit(0));\nother.start(); other.join();"))
                .isEqualTo("77 todos.jsh:2 The script ended the whole process here, by System.exit.");
    }

    private String outcomeOf(String text) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("todos.jsh"), text);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return process.waitFor() + " " + output;
    }

    /** Reads todos.jsh in the directory that is its argument. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] args) {
            new DefinitionReader(Path.of(args[0]), failure -> {
                        System.out.println(failure.findings().get(0).place() + " " + failure.getMessage());
                        System.out.flush();
                        Runtime.getRuntime().halt(77);
                    })
                    .read(Path.of("todos.jsh"));
        }
    }
}
