package dev.instant4j.local.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** What statements can ask beyond what the database knows. */
final class SqlFunctions {
    private SqlFunctions() {}

    /** Makes the functions known to one connection. */
    static void add(Connection connection) throws SQLException {
        Function.create(connection, "moment", new MomentOf(), 2, Function.FLAG_DETERMINISTIC);
        Function.create(connection, "regexp", new Matches(), 2, Function.FLAG_DETERMINISTIC);
    }

    /** The point in time that a stored value of some kind stands for. */
    private static final class MomentOf extends Function {
        @Override
        protected void xFunc() throws SQLException {
            Long moment = switch (Value.Kind.ofCode(value_text(0))) {
                case NUMBER -> Moment.of(value_double(1));
                case STRING -> Moment.of(value_text(1));
                default -> null;
            };
            if (moment == null) {
                result();
            } else {
                result(moment);
            }
        }
    }

    /** Whether a regular expression describes the whole of a text. */
    private static final class Matches extends Function {
        private @Nullable Pattern last;

        @Override
        protected void xFunc() throws SQLException {
            String regex = value_text(0);
            Pattern pattern = last;
            if (pattern == null || !pattern.pattern().equals(regex)) {
                pattern = Pattern.compile(regex);
                last = pattern;
            }
            result(pattern.matcher(value_text(1)).matches() ? 1 : 0);
        }
    }
}
