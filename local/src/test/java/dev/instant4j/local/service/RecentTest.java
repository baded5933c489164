package dev.instant4j.local.service;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentTest {
    private final Recent<String, Integer> uses = new Recent<>(2);

    @Test
    void what_was_used_longest_ago_is_forgotten() {
        use("a");
        use("b");
        use("a");
        use("c");

        assertThat(use("a")).isEqualTo(3);
        assertThat(use("b")).isEqualTo(1);
    }

    private int use(String key) {
        return uses.renewed(key, kept -> kept == null ? 1 : kept + 1);
    }
}
