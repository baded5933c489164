package dev.instant4j.local.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/** Brings the layout of a database up to date, one numbered file at a time. */
final class Migrations {
    private static final List<String> FILES = List.of("V001.sql", "V002.sql", "V003.sql", "V004.sql", "V005.sql");

    private Migrations() {}

    /**
     * Tells how far the layout is.
     *
     * @throws StoreException if the database was written by another or a newer program
     */
    static int check(Sql sql) {
        int applied = applied(sql);
        if (applied > FILES.size()) {
            throw new StoreException(
                    "It has layout " + applied + ", and this version of Instant4j knows layouts up to " + FILES.size()
                            + ". Use the version that wrote it, or another directory.",
                    null);
        }
        return applied;
    }

    /** Applies what is missing, in the transaction that is open. */
    static void apply(Sql sql, long now) {
        int applied = check(sql);
        if (applied == 0) {
            sql.run("CREATE TABLE migration (number INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT");
        }
        for (int number = applied + 1; number <= FILES.size(); number++) {
            statements(FILES.get(number - 1)).forEach(sql::run);
            sql.update("INSERT INTO migration (number, applied_at) VALUES (?, ?)", number, now);
        }
    }

    private static int applied(Sql sql) {
        boolean isNew = sql.number("SELECT count(*) AS n FROM sqlite_master WHERE name = 'migration'") == 0;
        if (!isNew) {
            return (int) sql.number("SELECT coalesce(max(number), 0) AS n FROM migration");
        }
        if (sql.number("SELECT count(*) AS n FROM sqlite_master") > 0) {
            throw new StoreException(
                    "It was not written by Instant4j: it has other content. Use another directory.", null);
        }
        return 0;
    }

    private static List<String> statements(String file) {
        String text = read(file).lines().map(Migrations::withoutComment).collect(joining("\n"));
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf("--");
        return comment < 0 ? line : line.substring(0, comment);
    }

    private static String read(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new StoreException("The program lacks its file " + file + ": install it again.", null);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
