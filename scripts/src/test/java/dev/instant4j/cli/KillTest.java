package dev.instant4j.cli;

import dev.instant4j.cli.Workplace.Run;
import dev.instant4j.fault.ClassArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The command is killed after each answer it gets during a push, as a process of its own. */
class KillTest {
    private static final String BEFORE = "entity(\"posts\", string(\"a\"), string(\"gone\"))";
    private static final String AFTER = "entity(\"posts\", string(\"a\").indexed())";
    private static final String TAGS = "entity(\"tags\", string(\"name\"))";
    private static final List<String> PUSH = List.of("push", "app.jsh", "--yes", "--allow-delete", "posts.gone");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> the_same_push_again_does_the_rest_and_nothing_twice() throws Exception {
        ClassArchive classes = ClassArchive.in(directory);
        int answers = undisturbed(classes);
        assertThat(answers).isGreaterThan(8);
        return IntStream.rangeClosed(1, answers)
                .mapToObj(last -> dynamicTest("after answer " + last, () -> killed(classes, last)));
    }

    /** Pushes without being killed, and returns how many answers that takes. */
    private int undisturbed(ClassArchive classes) throws Exception {
        AtomicInteger answers = new AtomicInteger();
        try (Workplace place = place("undisturbed", answers::incrementAndGet)) {
            answers.set(0);
            assertThat(start(place, classes.making()).waitFor()).isZero();
        }
        return answers.get();
    }

    private void killed(ClassArchive classes, int last) throws Exception {
        AtomicReference<Process> child = new AtomicReference<>();
        AtomicInteger seen = new AtomicInteger();
        try (Workplace place = place("killed" + last, () -> {
            Process running = child.get();
            if (running != null && seen.incrementAndGet() == last) {
                running.destroyForcibly();
            }
        })) {
            Process pushing = start(place, classes.using());
            child.set(pushing);
            boolean isKilled = pushing.waitFor() != 0;
            child.set(null);
            assertThat(isKilled || seen.get() <= last)
                    .as("killed, if not at the end anyway")
                    .isTrue();
            Run planned = place.run("plan", "app.jsh", "--detailed-exitcode");
            boolean isDone = planned.code() == ExitCode.DONE;
            Run again = place.run(
                    (isDone ? List.of("push", "app.jsh", "--yes") : consented(planned)).toArray(new String[0]));

            assertThat(again.code()).as(again.out() + again.err()).isEqualTo(ExitCode.DONE);
            assertThat(place.run("plan", "app.jsh", "--detailed-exitcode").code())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    /** Returns an app that is to be pushed to, in a folder of its own. */
    private Workplace place(String folder, Runnable answered) throws IOException {
        Workplace place = new Workplace(Files.createDirectory(directory.resolve(folder)), request -> answered.run());
        place.define("app.jsh", BEFORE);
        assertThat(place.run("push", "app.jsh", "--yes").code()).isEqualTo(ExitCode.DONE);
        return place.define("app.jsh", AFTER, TAGS);
    }

    private static List<String> consented(Run planned) {
        return planned.out().contains("Deletes posts.gone") ? PUSH : PUSH.subList(0, 3);
    }

    private static Process start(Workplace place, List<String> classes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable"));
        command.addAll(classes);
        command.add(Main.class.getName());
        command.addAll(PUSH);
        ProcessBuilder builder = new ProcessBuilder(command);
        place.variables().forEach(builder.environment()::put);
        return builder.directory(place.path("").toFile())
                .redirectErrorStream(true)
                .redirectOutput(place.path("child.log").toFile())
                .start();
    }
}
