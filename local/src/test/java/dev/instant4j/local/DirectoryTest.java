package dev.instant4j.local;

import dev.instant4j.local.store.StoreException;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A directory that can't be used is named with the reason, and what is in it stays as it is, byte for byte. */
class DirectoryTest {
    private static final String DATABASE = "instant4j.db";
    private static final String LOG = DATABASE + "-wal";
    private static final String DAMAGED = "Restore a copy, or use another directory.";
    private static final int PAGE_BYTES = 4096;

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void a_database_of_another_program_is_refused() throws SQLException {
        run(directory.resolve(DATABASE), "CREATE TABLE recipes (name TEXT)");

        refused("was not written by Instant4j");
    }

    @Test
    void a_database_with_a_damaged_page_is_refused() throws IOException {
        fill();
        try (FileChannel channel = FileChannel.open(directory.resolve(DATABASE), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap("damage".getBytes(US_ASCII)), channel.size() - PAGE_BYTES);
        }

        refused(DAMAGED);
    }

    @Test
    void a_database_that_was_cut_off_is_refused() throws IOException {
        fill();
        try (FileChannel channel = FileChannel.open(directory.resolve(DATABASE), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        refused(DAMAGED);
    }

    @Test
    void a_newer_database_that_was_killed_is_refused(@TempDir Path elsewhere) throws SQLException, IOException {
        fill();
        Path file = directory.resolve(DATABASE);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO migration (number, applied_at) VALUES (999, 0)");
            Files.copy(file, elsewhere.resolve(DATABASE));
            Files.copy(directory.resolve(LOG), elsewhere.resolve(LOG));
        }

        refused(elsewhere, "layout 999");
    }

    @Test
    void a_directory_in_use_is_refused() {
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.in(directory)).await();

        refused("in use by another platform");
        platform.close().await();
    }

    @Test
    void a_file_in_place_of_the_directory_is_refused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "mine");

        assertThatThrownBy(
                        () -> LocalPlatform.start(vertx, LocalOptions.in(file)).await())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("mine");
    }

    private void refused(String reason) {
        refused(directory, reason);
    }

    private void refused(Path refused, String reason) {
        Map<String, String> before = content(refused);

        assertThatThrownBy(() ->
                        LocalPlatform.start(vertx, LocalOptions.in(refused)).await())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(refused.toString())
                .hasMessageContaining(reason);
        assertThat(content(refused)).containsAllEntriesOf(before);
    }

    /** Makes a database of some pages. */
    private void fill() {
        LocalPlatform platform =
                LocalPlatform.start(vertx, LocalOptions.in(directory)).await();
        TestApp.on(vertx, platform, new JsonObject())
                .transact(TestApp.step(
                        "update",
                        "notes",
                        "5eed0000-0000-4000-8000-000000000001",
                        new JsonObject().put("text", "x".repeat(10 * PAGE_BYTES))));
        platform.close().await();
    }

    private static void run(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the content of the database's files by name; what indexes the log belongs to whoever has it open. */
    private static Map<String, String> content(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.toString().endsWith("-shm"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), DirectoryTest::read));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
