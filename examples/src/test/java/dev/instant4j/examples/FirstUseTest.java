package dev.instant4j.examples;

import dev.instant4j.examples.Launch.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher in a source tree that is not built yet, with a Maven that takes note of being called. */
class FirstUseTest {
    private static final Path REAL = Path.of("").toAbsolutePath().resolveSibling("scripts/bin/instant4j");

    @TempDir
    private Path tree;

    @TempDir
    private Path programs;

    private Path launcher = REAL;
    private String path = "";

    @BeforeEach
    void make_a_tree() throws IOException {
        path = Launch.pathWithoutMaven(programs);
        for (String module : List.of("core", "dsl", "local", "scripts")) {
            Files.createDirectories(tree.resolve(module).resolve("src/main"));
            Files.writeString(tree.resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(tree.resolve("pom.xml"), "");
        Files.createDirectories(tree.resolve("scripts/bin"));
        launcher = Files.copy(REAL, tree.resolve("scripts/bin/instant4j"));
        writeJar(tree.resolve("made.jar"));
    }

    @Test
    void without_maven_the_first_use_says_what_is_missing() throws Exception {
        Outcome outcome = start().outcome();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("No Maven found").contains("Install Maven 3.8 or newer.");
    }

    @Test
    void the_first_use_builds_and_the_second_does_not() throws Exception {
        writeMaven("");
        Outcome first = start().outcome();
        assertThat(first.out()).isEqualTo("one two\n");
        assertThat(first.err()).contains("instant4j: Building").contains("output of the build");
        Outcome second = start().outcome();
        assertThat(second.out()).isEqualTo("one two\n");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_source_that_is_newer_is_built_again() throws Exception {
        writeMaven("");
        start().outcome();
        Path source = Files.writeString(tree.resolve("core/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        start().outcome();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void what_a_maven_build_left_is_used_as_it_is() throws Exception {
        Files.createDirectories(tree.resolve("scripts/target/lib"));
        Files.writeString(tree.resolve("scripts/target/built"), "");
        Files.copy(tree.resolve("made.jar"), tree.resolve("scripts/target/instant4j-scripts.jar"));
        assertThat(start().outcome().out()).isEqualTo("one two\n");
    }

    @Test
    void a_failed_build_is_told_and_nothing_runs() throws Exception {
        writeMaven("exit 1");
        Outcome outcome = start().outcome();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("The build failed");
        assertThat(tree.resolve("scripts/target/launcher/lock")).doesNotExist();
    }

    @Test
    void two_first_uses_at_once_build_once() throws Exception {
        writeMaven("while [ ! -f go ]; do sleep 0.1; done");
        Launch first = start();
        first.awaitError("output of the build");
        Launch second = start();
        second.awaitError("Waiting for another build");
        Files.writeString(tree.resolve("go"), "");
        assertThat(first.outcome().out()).isEqualTo("one two\n");
        assertThat(second.outcome().out()).isEqualTo("one two\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void the_lock_of_a_build_that_died_is_taken_over() throws Exception {
        writeMaven("");
        Process dead = new ProcessBuilder("sh", "-c", ":").start();
        dead.waitFor();
        Path lock = Files.createDirectories(tree.resolve("scripts/target/launcher/lock"));
        Files.writeString(lock.resolve("holder"), String.valueOf(dead.pid()));
        assertThat(start().outcome().out()).isEqualTo("one two\n");
        assertThat(lock).doesNotExist();
    }

    private Launch start() throws IOException {
        return Launch.start(tree, path, List.of(launcher.toString(), "one", "two"));
    }

    private long builds() throws IOException {
        try (var lines = Files.lines(tree.resolve("builds"))) {
            return lines.count();
        }
    }

    /** Writes a Maven that notes its call, does {@code work}, and makes the jar. */
    private void writeMaven(String work) throws IOException {
        Path maven = Path.of(path, "mvn");
        Files.writeString(maven, """
                #!/bin/sh
                echo build >>builds
                echo output of the build
                %s
                mkdir -p scripts/target/lib
                cp made.jar scripts/target/instant4j-scripts.jar
                touch scripts/target/built
                """.formatted(work));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String name = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest);
                var code = FirstUseTest.class.getResourceAsStream("/" + name)) {
            entries.putNextEntry(new JarEntry(name));
            entries.write(Objects.requireNonNull(code).readAllBytes());
            entries.closeEntry();
        }
    }

    /** Prints its arguments on one line. */
    static final class Echo {
        private Echo() {}

        public static void main(String[] args) {
            System.out.println(String.join(" ", args));
        }
    }
}
