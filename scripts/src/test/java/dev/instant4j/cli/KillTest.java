package dev.instant4j.cli;

import dev.instant4j.cli.Workplace.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The command is killed in the middle of a push, as a process of its own. */
class KillTest {
    private static final String BEFORE = "entity(\"posts\", string(\"a\"), string(\"b\"), string(\"gone\"))";
    private static final String AFTER = "entity(\"posts\", string(\"a\").indexed(), string(\"b\").unique())";
    private static final String TAGS = "entity(\"tags\", string(\"name\"))";

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "after answer {0}")
    @ValueSource(ints = {2, 4, 5, 6, 7, 8})
    void the_same_push_again_does_the_rest_and_nothing_twice(int answers) throws Exception {
        AtomicReference<Process> child = new AtomicReference<>();
        AtomicInteger seen = new AtomicInteger();
        try (Workplace place = new Workplace(directory, request -> {
            Process running = child.get();
            if (running != null && seen.incrementAndGet() == answers) {
                running.destroyForcibly();
            }
        })) {
            place.define("app.jsh", BEFORE);
            assertThat(place.run("push", "app.jsh", "--yes").code()).isEqualTo(ExitCode.DONE);
            place.define("app.jsh", AFTER, TAGS);
            List<String> push = List.of("push", "app.jsh", "--yes", "--allow-delete", "posts.gone");

            Process pushing = start(place, push);
            child.set(pushing);
            assertThat(pushing.waitFor()).as("killed").isNotZero();
            child.set(null);
            Run planned = place.run("plan", "app.jsh", "--detailed-exitcode");
            boolean isDone = planned.code() == ExitCode.DONE;
            Run again = place.run(
                    (isDone ? List.of("push", "app.jsh", "--yes") : consented(push, planned)).toArray(new String[0]));

            assertThat(again.code()).as(again.out() + again.err()).isEqualTo(ExitCode.DONE);
            assertThat(place.run("plan", "app.jsh", "--detailed-exitcode").code())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    private static List<String> consented(List<String> push, Run planned) {
        return planned.out().contains("Deletes posts.gone") ? push : push.subList(0, 3);
    }

    private Process start(Workplace place, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.instant4j.cli.Main"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        place.variables().forEach(builder.environment()::put);
        return builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile())
                .start();
    }
}
