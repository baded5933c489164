package dev.instant4j.local.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a statement.
 *
 * @param values what its question marks stand for, in order
 */
record Fragment(String sql, List<@Nullable Object> values) {

    static Fragment of(String sql, @Nullable Object... values) {
        return new Fragment(sql, Collections.unmodifiableList(Arrays.asList(values)));
    }

    Fragment and(String more, @Nullable Object... moreValues) {
        return and(of(more, moreValues));
    }

    Fragment and(Fragment more) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(more.values);
        return new Fragment(sql + more.sql, Collections.unmodifiableList(all));
    }
}
