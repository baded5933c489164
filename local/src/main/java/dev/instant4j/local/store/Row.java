package dev.instant4j.local.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row a query is at. */
final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    String text(String name) throws SQLException {
        String text = result.getString(name);
        if (text == null) {
            throw new SQLException(name + " is null");
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) throws SQLException {
        return result.getString(name);
    }

    UUID uuid(String name) throws SQLException {
        UUID id = uuidOrNull(name);
        if (id == null) {
            throw new SQLException(name + " is null");
        }
        return id;
    }

    @Nullable
    UUID uuidOrNull(String name) throws SQLException {
        byte[] bytes = result.getBytes(name);
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    long number(String name) throws SQLException {
        return result.getLong(name);
    }

    @Nullable
    Long numberOrNull(String name) throws SQLException {
        long number = result.getLong(name);
        return result.wasNull() ? null : number;
    }

    boolean flag(String name) throws SQLException {
        return result.getInt(name) != 0;
    }

    @Nullable
    Object any(String name) throws SQLException {
        return result.getObject(name);
    }
}
