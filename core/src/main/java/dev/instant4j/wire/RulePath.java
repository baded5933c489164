package dev.instant4j.wire;

import java.util.List;
import java.util.stream.Stream;

/** Names of rules that are kept as they are: the keys that lead to them, joined by {@code /}. */
final class RulePath {
    static final String RATE_LIMITS = "$rateLimits";

    private static final String EMPTY_KEY = "~2";

    private RulePath() {}

    static String of(String key) {
        return key.isEmpty() ? EMPTY_KEY : key.replace("~", "~0").replace("/", "~1");
    }

    static List<String> keys(String path) {
        return Stream.of(path.split("/", -1))
                .map(key -> key.replace(EMPTY_KEY, "").replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
