package dev.instant4j.rules;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the caller's own code throws during an evaluation: CEL would swallow it where the other side of an
 * {@code ||} decides.
 */
final class FirstFailure {
    private @Nullable RuntimeException failure;

    <T> T keep(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException thrown) {
            failure = failure == null ? thrown : failure;
            throw thrown;
        }
    }

    void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }
}
