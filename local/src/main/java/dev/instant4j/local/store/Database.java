package dev.instant4j.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens connections to one database, after a look at whether it is one that this program may write. */
final class Database {
    private static final Set<SQLiteErrorCode> DAMAGES =
            EnumSet.of(SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB);
    private static final long FULL_CHECK_MAX_BYTES = 64L << 20;

    private final String url;
    private final boolean isFile;

    private Database(String url, boolean isFile) {
        this.url = url;
        this.isFile = isFile;
    }

    static Database inMemory() {
        return new Database(JDBC.PREFIX + ":memory:", false);
    }

    /**
     * Checks the file without changing it.
     *
     * @throws StoreException if it is damaged, foreign or newer than this program
     */
    static Database in(Path file) {
        Database database = new Database(JDBC.PREFIX + file, true);
        if (!isEmpty(file)) {
            database.check(file);
        }
        return database;
    }

    boolean isFile() {
        return isFile;
    }

    /** Opens the connection that writes, and brings the layout up to date. */
    Sql writer(long now) {
        Sql sql = open(false);
        if (isFile) {
            sql.run("PRAGMA journal_mode = WAL");
            sql.run("PRAGMA synchronous = NORMAL");
        }
        sql.run("PRAGMA foreign_keys = ON");
        sql.run("BEGIN IMMEDIATE");
        Migrations.apply(sql, now);
        sql.run("COMMIT");
        return sql;
    }

    /** Opens a connection that sees what was committed. */
    Sql reader() {
        return open(true);
    }

    private Sql open(boolean isReadOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(isReadOnly);
        config.setGetGeneratedKeys(false);
        try {
            Connection connection = JDBC.createConnection(url, config.toProperties());
            SqlFunctions.add(connection);
            return new Sql(connection);
        } catch (SQLException failure) {
            throw new StoreException("The database can't be opened: " + failure.getMessage(), failure);
        }
    }

    private void check(Path file) {
        try (Sql sql = open(true)) {
            sql.run("BEGIN");
            Migrations.check(sql);
            if (size(file) <= FULL_CHECK_MAX_BYTES) {
                checkPages(sql);
            }
        } catch (StoreException failure) {
            throw new StoreException(
                    "The database " + file + " can't be used and was left as it is. " + reason(failure), failure);
        }
    }

    private static @Nullable String reason(StoreException failure) {
        return failure.getCause() instanceof SQLiteException refused && DAMAGES.contains(refused.getResultCode())
                ? damaged(refused.getResultCode().message)
                : failure.getMessage();
    }

    private static String damaged(String how) {
        return "It is damaged (" + how + "). Restore a copy, or use another directory.";
    }

    private static void checkPages(Sql sql) {
        String verdict = sql.first("PRAGMA quick_check(1)", row -> row.text("quick_check"))
                .orElse("");
        if (!verdict.equals("ok")) {
            throw new StoreException(damaged(verdict), null);
        }
    }

    private static boolean isEmpty(Path file) {
        return size(file) == 0;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new StoreException("The database " + file + " can't be read: " + failure.getMessage(), failure);
        }
    }
}
