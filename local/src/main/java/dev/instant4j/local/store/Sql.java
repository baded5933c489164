package dev.instant4j.local.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection, and keeps those that are used often prepared. For one thread at a time. */
final class Sql implements AutoCloseable {
    private static final int UUID_BYTES = 16;
    private static final int MAX_PREPARED = 200;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(MAX_PREPARED, 0.75f, true);

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Turns the current row into a value. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        try (ResultSet result = bound(sql, values).executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    <T> List<T> list(Fragment sql, Reader<T> reader) {
        return list(sql.sql(), reader, sql.values().toArray());
    }

    <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        try (ResultSet result = bound(sql, values).executeQuery()) {
            return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    /** Returns the single number that {@code sql} selects. */
    long number(String sql, @Nullable Object... values) {
        return first(sql, row -> row.number("n"), values)
                .orElseThrow(() -> new StoreException("No number came from: " + sql, null));
    }

    /** Returns how many rows were touched. */
    int update(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    /** Runs a statement that is not worth keeping prepared. */
    void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
            forgetOldest();
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, stored(values[i]));
        }
        return statement;
    }

    private void forgetOldest() throws SQLException {
        if (prepared.size() > MAX_PREPARED) {
            Iterator<PreparedStatement> oldest = prepared.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof UUID id) {
            return ByteBuffer.allocate(UUID_BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array();
        }
        return value instanceof Boolean flag ? (Object) (flag ? 1 : 0) : value;
    }

    private static StoreException failed(String sql, SQLException failure) {
        return new StoreException("The database refused a statement: " + failure.getMessage() + " in: " + sql, failure);
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException failure) {
            throw new StoreException("The database could not be closed: " + failure.getMessage(), failure);
        }
    }
}
