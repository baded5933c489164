package dev.instant4j.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

/** Compares text with a file of the expected text; {@code -Dgoldens=write} writes the files anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/goldens");

    private Golden() {}

    static void check(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("goldens"))) {
                write(file, actual);
            } else if (Files.notExists(file)) {
                write(file, actual);
                fail(file + " was missing and is written now: read it, then run again");
            }
            assertThat(actual).as("%s (-Dgoldens=write rewrites it)", file).isEqualTo(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
