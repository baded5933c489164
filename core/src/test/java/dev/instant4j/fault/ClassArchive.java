package dev.instant4j.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The classes of a program, read and checked once for all its processes, which then start in half the time. Takes a class
 * path of jars only.
 *
 * @param classPath this test's own, as jars
 * @param file what the JVM keeps the classes in
 */
public record ClassArchive(String classPath, Path file) {

    /** Prepares an archive in a folder, to be {@linkplain #making made} by one process. */
    public static ClassArchive in(Path folder) throws IOException {
        List<Path> entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        String jars = entries.stream()
                .map(entry ->
                        Files.isDirectory(entry) ? jar(entry, folder.resolve(entries.indexOf(entry) + ".jar")) : entry)
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
        return new ClassArchive(jars, folder.resolve("classes.jsa"));
    }

    private static Path jar(Path classes, Path jar) {
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        assertThat(code).isZero();
        return jar;
    }

    /** Returns the flags of the process that makes the archive when it stops. */
    public List<String> making() {
        return List.of("-XX:ArchiveClassesAtExit=" + file, "-cp", classPath);
    }

    /** Returns the flags of a process that uses the archive. */
    public List<String> using() {
        return List.of("-XX:SharedArchiveFile=" + file, "-cp", classPath);
    }
}
