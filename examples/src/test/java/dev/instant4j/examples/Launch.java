package dev.instant4j.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/** A process that runs the launcher of a source tree, without a terminal. */
final class Launch {
    private final Process process;
    private final BufferedReader errors;
    private final Path out;

    private Launch(Process process, Path out) {
        this.process = process;
        this.errors = process.errorReader(UTF_8);
        this.out = out;
    }

    /**
     * What a process has come to.
     *
     * @param code its exit code
     * @param out what it wrote to stdout
     * @param err what it wrote to stderr that was not read before
     */
    record Outcome(int code, String out, String err) {}

    /** Starts {@code words} with this test's own JDK, in {@code directory}, finding programs on {@code path}. */
    static Launch start(Path directory, String path, List<String> words) throws IOException {
        return start(directory, path, System.getProperty("java.home"), words);
    }

    /** Like {@link #start(Path, String, List)} with another {@code JAVA_HOME}. */
    static Launch start(Path directory, String path, String javaHome, List<String> words) throws IOException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("INSTANT_") || name.startsWith("MAVEN"));
        builder.environment().put("PATH", path);
        builder.environment().put("JAVA_HOME", javaHome);
        return new Launch(builder.start(), out);
    }

    /** Waits until a line with {@code text} is written to stderr. */
    void awaitError(String text) throws IOException {
        String line = errors.readLine();
        while (line != null && !line.contains(text)) {
            line = errors.readLine();
        }
        if (line == null) {
            throw new AssertionError("Ended without saying: " + text);
        }
    }

    Outcome outcome() throws IOException, InterruptedException {
        String err = errors.lines().map(line -> line + "\n").collect(joining());
        return new Outcome(process.waitFor(), Files.readString(out), err);
    }

    /** Returns a search path of one folder with the programs that the launcher needs, and no Java or Maven. */
    static String pathWithoutMaven(Path folder) {
        Stream.of(
                        "cat",
                        "cksum",
                        "cp",
                        "dirname",
                        "find",
                        "head",
                        "ls",
                        "mkdir",
                        "mv",
                        "readlink",
                        "rm",
                        "sed",
                        "sleep",
                        "touch",
                        "tr")
                .forEach(program -> writeProgram(folder.resolve(program), program));
        return folder.toString();
    }

    private static void writeProgram(Path file, String program) {
        try {
            Path found = Stream.of("/bin", "/usr/bin")
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no program " + program + "."));
            Files.writeString(file, "#!/bin/sh\nexec " + found + " \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file + ".", e);
        }
    }
}
