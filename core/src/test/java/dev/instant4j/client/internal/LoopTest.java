package dev.instant4j.client.internal;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoopTest {
    private static final int OFTEN = 200_000;

    @Test
    void steps_that_are_done_at_once_use_up_no_stack() {
        AtomicInteger steps = new AtomicInteger();

        Future<Integer> result = Loop.until(() ->
                Future.succeededFuture(Optional.of(steps.incrementAndGet()).filter(count -> count == OFTEN)));

        assertThat(result.result()).isEqualTo(OFTEN);
    }

    @Test
    void steps_that_are_done_later_use_up_no_stack_either() {
        Deque<Promise<Optional<String>>> pending = new ArrayDeque<>();
        Future<String> result = Loop.until(() -> {
            Promise<Optional<String>> step = Promise.promise();
            pending.add(step);
            return step.future();
        });

        for (int step = 1; step < OFTEN; step++) {
            pending.remove().complete(Optional.empty());
        }
        pending.remove().complete(Optional.of("done"));

        assertThat(result.result()).isEqualTo("done");
        assertThat(pending).isEmpty();
    }

    @Test
    void a_step_that_fails_or_throws_ends_it() {
        assertThat(Loop.until(() -> Future.failedFuture(new IllegalStateException("failed")))
                        .cause())
                .hasMessage("failed");
        assertThat(Loop.until(() -> {
                            throw new IllegalStateException("thrown");
                        })
                        .cause())
                .hasMessage("thrown");
    }
}
