package dev.instant4j.local.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Users of apps who sign in with a code that does not change. */
public final class TestUserStore {
    private final Sql sql;

    TestUserStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A user who is there for tests.
     *
     * @param code shown again to those who may see it
     * @param createdAt epoch milliseconds
     */
    public record TestUser(UUID id, UUID app, String email, String code, long createdAt) {

        /** Hides the code. */
        @Override
        public String toString() {
            return "TestUser[" + id + ", " + email + ", ••••]";
        }
    }

    /** Adds a user, in the place of one of the same address. */
    public void put(TestUser user) {
        sql.update("DELETE FROM test_users WHERE app_id = ? AND email = ?", user.app(), user.email());
        sql.update(
                "INSERT INTO test_users (id, app_id, email, code, created_at) VALUES (?, ?, ?, ?, ?)",
                user.id(),
                user.app(),
                user.email(),
                user.code(),
                user.createdAt());
    }

    public List<TestUser> of(UUID app) {
        return sql.list(
                "SELECT * FROM test_users WHERE app_id = ? ORDER BY created_at, rowid", TestUserStore::user, app);
    }

    public Optional<TestUser> byId(UUID app, UUID id) {
        return sql.first("SELECT * FROM test_users WHERE app_id = ? AND id = ?", TestUserStore::user, app, id);
    }

    public Optional<TestUser> byEmail(UUID app, String email) {
        return sql.first("SELECT * FROM test_users WHERE app_id = ? AND email = ?", TestUserStore::user, app, email);
    }

    public void remove(UUID id) {
        sql.update("DELETE FROM test_users WHERE id = ?", id);
    }

    private static TestUser user(Row row) throws SQLException {
        return new TestUser(
                row.uuid("id"), row.uuid("app_id"), row.text("email"), row.text("code"), row.number("created_at"));
    }
}
