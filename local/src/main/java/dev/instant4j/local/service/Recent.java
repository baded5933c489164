package dev.instant4j.local.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what was used last, and forgets what was used longest ago. Safe for use by several threads. */
final class Recent<K, V> {
    private final Map<K, V> values;

    /** @param limit how much is kept */
    Recent(int limit) {
        this.values = new LinkedHashMap<>(limit, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > limit;
            }
        };
    }

    /** Returns what {@code renewal} makes of what was kept, and keeps it. */
    synchronized V renewed(K key, Renewal<V> renewal) {
        V value = renewal.of(values.get(key));
        values.put(key, value);
        return value;
    }

    /** What becomes of a value that was kept. */
    interface Renewal<V> {
        V of(@Nullable V kept);
    }
}
